package cn.ecopark.calendar;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The calendar for tests that do without Spring. */
public final class CalendarTables {

	private CalendarTables() {
	}

	public static WorkingDays workingDays(DataSource database) {
		JdbcClient jdbc = JdbcClient.create(database);
		return new WorkingDays(jdbc, new CalendarReference(jdbc, new JdbcTransactionManager(database)));
	}

}
