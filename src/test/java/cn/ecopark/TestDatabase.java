package cn.ecopark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.SpringApplication;

/**
 * One PostgreSQL for all tests of a JVM. Every Spring context of a
 * {@code @SpringBootTest} or {@link ModuleTest} gets a fresh database without asking; a
 * test without Spring takes {@link #migrated()}.
 */
public final class TestDatabase {

	public static final String USER = "postgres";

	private static final String MIGRATED = "migrated";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static boolean migrated;

	private TestDatabase() {
	}

	/**
	 * The JDBC URL of a new database for a Spring context that is being made, with our
	 * tables as {@link #migrated()}.
	 */
	static String freshUrl() {
		Server.stopAfterContexts();
		return url(newMigrated());
	}

	/**
	 * A new database with all our tables and nothing in them but what migrations write;
	 * the engine's tables are not there.
	 */
	public static DataSource migrated() {
		return new ReusedConnections(Server.INSTANCE.getDatabase(USER, newMigrated()));
	}

	private static String newMigrated() {
		migrateTemplate();
		String name = "test_" + COUNT.incrementAndGet();
		execute("CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
		return name;
	}

	/** A new database with nothing in it. */
	public static DataSource empty() {
		String name = "test_" + COUNT.incrementAndGet();
		execute("CREATE DATABASE " + name);
		return Server.INSTANCE.getDatabase(USER, name);
	}

	/** A new database as it was when that migration was the last one. */
	public static DataSource migratedTo(String version) {
		String name = "test_" + COUNT.incrementAndGet();
		execute("CREATE DATABASE " + name);
		DataSource database = Server.INSTANCE.getDatabase(USER, name);
		migrate(database, version);
		return database;
	}

	/**
	 * @param version the last migration, or {@code latest}
	 */
	public static void migrate(DataSource database, String version) {
		Flyway.configure().dataSource(database).locations("classpath:db/migration").target(version).load().migrate();
	}

	/**
	 * As {@link #migrated()}, but foreign keys and triggers are off: for tests of what
	 * only reads rows, so that these need not be embedded in a whole record.
	 */
	public static DataSource withoutKeys() {
		PGSimpleDataSource database = (PGSimpleDataSource) Server.INSTANCE.getDatabase(USER, newMigrated());
		database.setOptions("-c session_replication_role=replica");
		return new ReusedConnections(database);
	}

	private static synchronized void migrateTemplate() {
		if (!migrated) {
			execute("CREATE DATABASE " + MIGRATED);
			Flyway.configure().dataSource(url(MIGRATED), USER, "").locations("classpath:db/migration").load().migrate();
			migrated = true;
		}
	}

	private static String url(String name) {
		return "jdbc:postgresql://localhost:" + Server.INSTANCE.getPort() + "/" + name;
	}

	private static void execute(String sql) {
		try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Started by the first test that needs it; one left behind by a killed JVM is cleared
	 * away by the library when the next one starts in the same folder. That takes one
	 * which still runs for such a one, hence a folder for each JVM.
	 */
	private static final class Server {

		private static final EmbeddedPostgres INSTANCE = start();

		private static final AtomicBoolean CONTEXTS_USE_IT = new AtomicBoolean();

		static {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				if (!CONTEXTS_USE_IT.get()) {
					stop();
				}
			}));
		}

		private static EmbeddedPostgres start() {
			String machine = System.getProperty("test.machine", "jvm-" + ProcessHandle.current().pid());
			Path directory = Path.of("target", "embedded-pg", machine, UUID.randomUUID().toString());
			try {
				return EmbeddedPostgres.builder()
					.setDataDirectory(directory)
					.setRegisterShutdownHook(false)
					.setLocaleConfig("locale-provider", "builtin")
					.setLocaleConfig("builtin-locale", "C.UTF-8")
					.setLocaleConfig("locale", "C")
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("max_connections", "300")
					// It would go through hundreds of databases of tests that are over.
					.setServerConfig("autovacuum", "off")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/** Contexts are closed when the JVM ends and want their database until then. */
		private static void stopAfterContexts() {
			if (!CONTEXTS_USE_IT.getAndSet(true)) {
				SpringApplication.getShutdownHandlers().add(Server::stop);
			}
		}

		private static void stop() {
			try {
				INSTANCE.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
