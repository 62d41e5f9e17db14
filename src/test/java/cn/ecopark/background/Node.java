package cn.ecopark.background;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with its queue and workers, and its way to the database. */
final class Node implements AutoCloseable {

	private static final String AT_ONCE = "ecopark.background.look-every=1h";

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Wire wire;

	final BackgroundQueue queue;

	final TransactionTemplate transaction;

	private Node(DataSource database, String lookEvery, BackgroundWork... works) {
		this.wire = new Wire(database);
		TestPropertyValues.of(lookEvery, "ecopark.background.heartbeat=100ms").applyTo(this.context);
		this.context.getBeanFactory().setConversionService(new ApplicationConversionService());
		this.context.registerBean(DataSource.class, () -> this.wire);
		this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(this.wire));
		this.context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(this.wire));
		this.context.register(Signals.class, BackgroundQueue.class, BackgroundWorkers.class);
		for (BackgroundWork work : works) {
			this.context.registerBean(work.kind().name(), BackgroundWork.class, () -> work);
		}
		this.context.refresh();
		this.queue = this.context.getBean(BackgroundQueue.class);
		this.transaction = new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class));
	}

	/** Looks for work all the time. */
	static Node of(DataSource database, BackgroundWork... works) {
		return new Node(database, "ecopark.background.look-every=50ms", works);
	}

	/** Looks for work only when it is told that there is some. */
	static Node thatIsWoken(DataSource database, BackgroundWork... works) {
		return new Node(database, AT_ONCE, works);
	}

	/** Takes work in, and does none. */
	static Node withoutWorkers(DataSource database) {
		Node node = new Node(database, AT_ONCE);
		node.stop();
		return node;
	}

	void add(WorkKind kind, String... keys) {
		this.transaction.executeWithoutResult(status -> {
			for (String key : keys) {
				this.queue.add(kind, key);
			}
		});
	}

	/** Nothing goes through to the database any more, as if the node were dead. */
	void cut() {
		this.wire.cut = true;
	}

	void mend() {
		this.wire.cut = false;
	}

	void stop() {
		this.context.getBean(BackgroundWorkers.class).stop();
	}

	void start() {
		this.context.getBean(BackgroundWorkers.class).start();
	}

	@Override
	public void close() {
		mend();
		this.context.close();
	}

	private static final class Wire extends DelegatingDataSource {

		private volatile boolean cut;

		Wire(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (this.cut) {
				throw new SQLException("The wire is cut");
			}
			return super.getConnection();
		}

	}

}
