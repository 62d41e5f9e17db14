package cn.ecopark.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Looks before the application comes up whether it can: nobody finds a mistake of these
 * by what goes wrong later. A demonstration needs none of it.
 */
public class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	/** The oldest that knows all statements of the migrations. */
	static final int OLDEST_POSTGRESQL = 16;

	/** With these it answers no requests, and ends. */
	private static final List<String> COMMANDS = List.of("migrate-only", "audit-verify", "worklist-check",
			"worklist-rebuild");

	private static final int VERSION_UNIT = 10_000;

	private static final String SECONDS_TO_CONNECT = "10";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		check(context.getEnvironment());
	}

	/**
	 * @throws SettingsFailure when something that production needs is not set
	 */
	static void check(Environment environment) {
		if (environment.getProperty("ecopark.demonstration", Boolean.class, false)) {
			return;
		}
		String url = environment.getProperty("spring.datasource.url", "");
		if (url.startsWith("jdbc:postgresql:")) {
			requirePostgresql(url, environment.getProperty("spring.datasource.username", ""),
					environment.getProperty("spring.datasource.password", ""), OLDEST_POSTGRESQL);
		}
		if (COMMANDS.stream().noneMatch(environment::containsProperty)) {
			require(environment, "ecopark.public-address", "no-address");
			if (!environment.getProperty("ecopark.public-address", "").startsWith("https://")) {
				throw new SettingsFailure("not-https");
			}
			require(environment, "server.forward-headers-strategy", "no-proxy");
		}
	}

	private static void require(Environment environment, String name, String problem) {
		if (environment.getProperty(name, "").isBlank()) {
			throw new SettingsFailure(problem);
		}
	}

	/** A database that does not answer is told of by whoever needs it next. */
	static void requirePostgresql(String url, String user, String password, int oldest) {
		Properties properties = new Properties();
		properties.put("user", user);
		properties.put("password", password);
		properties.put("loginTimeout", SECONDS_TO_CONNECT);
		try (Connection connection = DriverManager.getConnection(url, properties);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
			row.next();
			int version = row.getInt(1) / VERSION_UNIT;
			if (version < oldest) {
				throw new SettingsFailure("old-database", version, oldest);
			}
		}
		catch (SQLException unanswered) {
			return;
		}
	}

	/** After the embedded database has said that this is a demonstration. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
