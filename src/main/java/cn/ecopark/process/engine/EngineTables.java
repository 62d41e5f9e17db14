package cn.ecopark.process.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Where the tables belong to another role than the application's, the engine's tables are
 * made and brought up to date by that role, like ours: the engine itself may not. Without
 * {@code spring.flyway.user} it makes them itself.
 */
@Component
class EngineTables extends AbstractProcessEnginePlugin {

	private static final String ARE_THERE = "SELECT to_regclass('act_ge_property') IS NOT NULL";

	private static final String VERSION = "SELECT value_ FROM act_ge_property WHERE name_ = 'schema.version'";

	private final String url;

	private final String owner;

	private final String password;

	EngineTables(@Value("${spring.flyway.url:${spring.datasource.url:}}") String url,
			@Value("${spring.flyway.user:}") String owner, @Value("${spring.flyway.password:}") String password) {
		this.url = url;
		this.owner = owner;
		this.password = password;
	}

	/**
	 * Before the engine looks at its tables, after everybody else has said what it is.
	 */
	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		if (this.owner.isEmpty()) {
			return;
		}
		DataSource asOwner = new DriverManagerDataSource(this.url, this.owner, this.password);
		if (!areUpToDate(asOwner)) {
			bringUpToDate(asOwner, engine.getHistory());
		}
		engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
	}

	private static boolean areUpToDate(DataSource asOwner) {
		try (Connection connection = asOwner.getConnection(); Statement statement = connection.createStatement()) {
			try (ResultSet there = statement.executeQuery(ARE_THERE)) {
				if (!there.next() || !there.getBoolean(1)) {
					return false;
				}
			}
			try (ResultSet version = statement.executeQuery(VERSION)) {
				return version.next() && ProcessEngine.VERSION.equals(version.getString(1));
			}
		}
		catch (SQLException failed) {
			throw new IllegalStateException("The engine's tables cannot be looked at as their owner", failed);
		}
	}

	/** An engine that does nothing but that. */
	private static void bringUpToDate(DataSource asOwner, String history) {
		StandaloneProcessEngineConfiguration tables = new StandaloneProcessEngineConfiguration();
		tables.setProcessEngineName("tables");
		tables.setDataSource(asOwner);
		tables.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		tables.setHistory(history);
		tables.setJobExecutorActivate(false);
		tables.setMetricsEnabled(false);
		tables.buildProcessEngine().close();
	}

}
