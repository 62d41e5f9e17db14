package cn.ecopark;

import javax.sql.DataSource;

import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Lets the engines of one JVM read the descriptions of their statements once: they are
 * the same for all of them and take seconds. Each engine goes on asking its own database.
 */
final class SharedStatements extends AbstractProcessEnginePlugin {

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		engine.setUseSharedSqlSessionFactory(true);
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		SqlSessionFactory own = new OfDatabase(engine.getSqlSessionFactory().getConfiguration(),
				engine.getDataSource());
		engine.setSqlSessionFactory(own);
		engine.getDbSqlSessionFactory().setSqlSessionFactory(own);
	}

	/** Opens sessions of that database with the statements of all. */
	private static final class OfDatabase extends DefaultSqlSessionFactory {

		private final DataSource database;

		OfDatabase(Configuration statements, DataSource database) {
			super(statements);
			this.database = database;
		}

		@Override
		public SqlSession openSession() {
			Transaction transaction = getConfiguration().getEnvironment()
				.getTransactionFactory()
				.newTransaction(this.database, null, false);
			return new DefaultSqlSession(getConfiguration(), getConfiguration().newExecutor(transaction), false);
		}

	}

}
