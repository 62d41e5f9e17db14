package cn.ecopark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One PostgreSQL for all tests of a JVM, and in it a fresh database for each application context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	@Bean(destroyMethod = "close")
	HikariDataSource dataSource() throws IOException, SQLException {
		String name = "test" + DATABASES.incrementAndGet();
		DataSource maintenance = Server.RUNNING.getPostgresDatabase();
		try (Connection connection = maintenance.getConnection()) {
			connection.createStatement().execute("CREATE DATABASE " + name);
		}
		HikariDataSource fresh = new HikariDataSource();
		fresh.setJdbcUrl(Server.RUNNING.getJdbcUrl("postgres", name));
		fresh.setMaximumPoolSize(5);
		return fresh;
	}

	/** Started by the first test that asks for a database, stopped with the JVM. */
	private static final class Server {

		static final EmbeddedPostgres RUNNING = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().start();
			}
			catch (IOException problem) {
				throw new IllegalStateException("PostgreSQL does not start", problem);
			}
		}

	}

}
