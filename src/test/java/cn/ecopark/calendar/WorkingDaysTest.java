package cn.ecopark.calendar;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkingDaysTest {

	private static DataSource database;

	private static JdbcClient jdbc;

	private static WorkingDays days;

	@BeforeAll
	static void load() {
		database = TestDatabase.migrated();
		jdbc = JdbcClient.create(database);
		days = workingDays();
	}

	private static WorkingDays workingDays() {
		return new WorkingDays(jdbc, new CalendarReference(jdbc, new JdbcTransactionManager(database)));
	}

	@Test
	void endsTheNoticeOf2019WhereItEnded() {
		LocalDate lastDay = days.plus(LocalDate.of(2019, 6, 3), 10);

		assertThat(lastDay).isEqualTo("2019-06-18");
		assertThat(WorkingDays.endOf(lastDay)).isEqualTo(Instant.parse("2019-06-18T16:00:00Z"));
	}

	@Test
	void leavesOutHolidaysAndCountsWeekendsThatAreWorkedInstead() {
		assertThat(days.isWorkingDay(LocalDate.of(2019, 6, 7))).as("端午节, a Friday").isFalse();
		assertThat(days.holiday(LocalDate.of(2019, 6, 7))).contains("端午");
		assertThat(days.isWorkingDay(LocalDate.of(2019, 5, 5))).as("a Sunday worked for the 劳动节").isTrue();
		assertThat(days.holiday(LocalDate.of(2019, 5, 5))).isEmpty();
		assertThat(days.plus(LocalDate.of(2019, 4, 30), 1)).isEqualTo("2019-05-05");
	}

	@Test
	void countsFromTheDayAfterTheEvent() {
		assertThat(days.plus(LocalDate.of(2018, 3, 5), 1)).isEqualTo("2018-03-06");
		assertThat(days.plus(LocalDate.of(2018, 3, 9), 1)).as("after a Friday").isEqualTo("2018-03-12");
		assertThat(days.plus(LocalDate.of(2018, 3, 10), 0)).isEqualTo("2018-03-10");
	}

	@Test
	void countsBetween() {
		assertThat(days.between(LocalDate.of(2019, 6, 3), LocalDate.of(2019, 6, 18))).isEqualTo(10);
		assertThat(days.between(LocalDate.of(2019, 6, 18), LocalDate.of(2019, 6, 3))).isEqualTo(-10);
		assertThat(days.between(LocalDate.of(2019, 6, 18), LocalDate.of(2019, 6, 18))).isZero();
	}

	@Test
	void countsByPlainWeekendsInAYearWithoutArrangement() {
		assertThat(days.plus(LocalDate.of(2030, 1, 4), 1)).isEqualTo("2030-01-07");
	}

	@Test
	void leavesOutTheDaysFixedByLawInAYearWithoutArrangementAndCallsItProvisional() {
		LocalDate lastDay = days.plus(LocalDate.of(2026, 12, 25), 5);

		assertThat(lastDay).isEqualTo("2027-01-04");
		assertThat(days.isProvisional(lastDay)).isTrue();
		assertThat(days.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
		for (String off : List.of("2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01", "2028-05-02",
				"2028-01-25", "2033-01-31")) {
			assertThat(days.isWorkingDay(LocalDate.parse(off))).as(off).isFalse();
			assertThat(days.holiday(LocalDate.parse(off))).as(off).isPresent();
		}
		assertThat(days.isWorkingDay(LocalDate.of(2027, 5, 3))).as("a Monday that only an arrangement makes free")
			.isTrue();
		assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 8))).as("the arrangement of 2026 holds").isTrue();
	}

	@Test
	void countsByTheArrangementAloneOnceThereIsOne() {
		LocalDate first = LocalDate.of(2035, 1, 1);
		assertThat(days.isWorkingDay(first)).isFalse();

		jdbc.sql("INSERT INTO calendar_year (year, source) VALUES (2035, '虚构')").update();
		days.reload();

		assertThat(days.isWorkingDay(first)).isTrue();
		assertThat(days.isProvisional(first)).isFalse();
	}

	@Test
	void tellsHowALimitStands() {
		LocalDate friday = LocalDate.of(2018, 3, 9);

		assertThat(days.left(LocalDate.of(2018, 3, 5), friday)).isEqualTo(4);
		assertThat(days.left(friday, friday)).isZero();
		assertThat(days.left(friday.plusDays(1), friday)).as("Saturday").isEqualTo(-1);
		assertThat(days.left(friday.plusDays(4), friday)).as("Tuesday").isEqualTo(-2);
	}

	@Test
	void publishesOnlyOnAWorkingDay() {
		assertThat(days.onOrAfter(LocalDate.of(2018, 2, 15))).as("春节").isEqualTo("2018-02-22");
		assertThat(days.onOrAfter(LocalDate.of(2018, 2, 14))).isEqualTo("2018-02-14");
	}

	@Test
	void takesInAnArrangementEnteredLaterAndKeepsItOverTheNextStart() {
		LocalDate friday = LocalDate.of(2031, 1, 3);
		assertThat(days.isWorkingDay(friday)).isTrue();
		jdbc.sql("INSERT INTO calendar_day VALUES (:day, 'HOLIDAY', '元旦', '通知')").param("day", friday).update();
		jdbc.sql("DELETE FROM calendar_day WHERE day = DATE '2025-01-01'").update();

		days.reload();
		WorkingDays afterRestart = workingDays();

		assertThat(days.isWorkingDay(friday)).isFalse();
		assertThat(afterRestart.isWorkingDay(LocalDate.of(2025, 1, 1))).as("corrected by an administrator").isTrue();
	}

	/**
	 * Two readings at once: the one that began before the change of an administrator ends
	 * after the one that began behind it.
	 */
	@Test
	void keepsTheReadingThatBeganLater() {
		LocalDate friday = LocalDate.of(2032, 1, 9);
		AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {
		});
		WorkingDays node = CalendarTables.workingDays(new DelegatingDataSource(database) {
			private int readings;

			@Override
			public Connection getConnection() throws SQLException {
				// The third of the three questions of a reading is answered.
				return ++this.readings % 3 == 0 ? closing(super.getConnection(), () -> meanwhile.getAndSet(() -> {
				}).run()) : super.getConnection();
			}
		});
		meanwhile.set(() -> {
			jdbc.sql("INSERT INTO calendar_day VALUES (:day, 'HOLIDAY', '虚构', '通知')").param("day", friday).update();
			node.reload();
		});

		node.reload();

		assertThat(node.isWorkingDay(friday)).isFalse();
	}

	private static Connection closing(Connection connection, Runnable then) {
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException failed) {
						throw failed.getCause();
					}
					finally {
						if ("close".equals(method.getName())) {
							then.run();
						}
					}
				});
	}

	@Test
	void refusesNumbersNoPeriodHas() {
		assertThatIllegalArgumentException().isThrownBy(() -> days.plus(LocalDate.of(2018, 1, 2), -1));
		assertThatIllegalArgumentException().isThrownBy(() -> days.plus(LocalDate.of(2018, 1, 2), 100_000));
	}

	@Test
	void endsMonthsOnTheSameDayOrOnTheNextWorkingDay() {
		assertThat(days.plus(LocalDate.of(2018, 3, 1), Term.ofMonths(12))).isEqualTo("2019-03-01");
		assertThat(days.plus(LocalDate.of(2018, 9, 7), Term.ofMonths(1))).isEqualTo("2018-10-08");
		assertThat(days.plus(LocalDate.of(2018, 1, 31), Term.ofMonths(1))).isEqualTo("2018-02-28");
		assertThat(days.plus(LocalDate.of(2018, 3, 1), Term.ofDays(5))).isEqualTo("2018-03-08");
		assertThatIllegalArgumentException().isThrownBy(() -> Term.ofMonths(0));
		assertThatIllegalStateException().isThrownBy(() -> Term.ofMonths(1).days());
	}

}
