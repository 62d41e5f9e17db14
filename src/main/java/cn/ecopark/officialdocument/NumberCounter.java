package cn.ecopark.officialdocument;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Counts the next number of a series, at once and for good, whatever becomes of the
 * transaction around: the lock on the series lasts as long as one statement.
 * <p>
 * It has connections of its own. A second one from the common pool could not be had when
 * every connection is held by somebody who waits for a second one.
 */
@Component
class NumberCounter implements DisposableBean {

	private static final String COUNT = """
			WITH counter AS (
			    INSERT INTO document_number_year AS y (series, year, first, last) VALUES (?, ?, 1, 1)
			    ON CONFLICT (series, year) DO UPDATE SET last = y.last + 1 RETURNING series, year, last)
			INSERT INTO document_number (series, year, number, state, subject, taken_on, taken_by)
			SELECT series, year, last, 'FREE', '', ?, '' FROM counter
			""";

	private static final int CONNECTIONS = 2;

	private static final long IDLE_MILLIS = 60_000;

	private final DataSource database;

	private final @Nullable HikariDataSource own;

	@Autowired
	NumberCounter(DataSource database) {
		HikariDataSource pool = DataSourceBuilder.derivedFrom(database).type(HikariDataSource.class).build();
		pool.setPoolName("document-numbers");
		pool.setMaximumPoolSize(CONNECTIONS);
		pool.setMinimumIdle(0);
		pool.setIdleTimeout(IDLE_MILLIS);
		this.own = pool;
		this.database = pool;
	}

	private NumberCounter(DataSource database, @Nullable HikariDataSource own) {
		this.database = database;
		this.own = own;
	}

	/**
	 * @param database whose connections nobody holds while asking for a number
	 */
	static NumberCounter over(DataSource database) {
		return new NumberCounter(database, null);
	}

	/** One more number is free. */
	void count(String series, LocalDate day) {
		// Not by JdbcClient, which would keep the connection until the transaction around
		// ends.
		try (Connection connection = this.database.getConnection();
				PreparedStatement statement = connection.prepareStatement(COUNT)) {
			statement.setString(1, series);
			statement.setInt(2, day.getYear());
			statement.setObject(3, day);
			statement.executeUpdate();
		}
		catch (SQLException failed) {
			throw new SQLErrorCodeSQLExceptionTranslator("PostgreSQL").translate("count a document number", COUNT,
					failed);
		}
	}

	@Override
	public void destroy() {
		if (this.own != null) {
			this.own.close();
		}
	}

}
