package cn.ecopark.calendar;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The days on which a year differs from the plain week, for those who keep them. */
@Repository
public class CalendarDays {

	private static final String OF_YEAR = """
			SELECT day, kind = 'WORKDAY' AS working, name, source FROM calendar_day
			 WHERE EXTRACT(YEAR FROM day) = :year ORDER BY day
			""";

	private static final String SET = """
			INSERT INTO calendar_day (day, kind, name, source) VALUES (:day, :kind, :name, :source)
			ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source
			""";

	private static final String ARRANGE = """
			INSERT INTO calendar_year (year, source) VALUES (:year, :source) ON CONFLICT DO NOTHING
			""";

	private final JdbcClient jdbc;

	CalendarDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A day that differs from the plain week. */
	public record SpecialDay(LocalDate day, boolean working, String name, String source) {
	}

	public List<SpecialDay> of(int year) {
		return this.jdbc.sql(OF_YEAR).param("year", year).query(SpecialDay.class).list();
	}

	/**
	 * @return the years whose arrangement is known
	 */
	public List<Integer> years() {
		return this.jdbc.sql("SELECT year FROM calendar_year ORDER BY year").query(Integer.class).list();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void set(SpecialDay day) {
		this.jdbc.sql(SET)
			.param("day", day.day())
			.param("kind", day.working() ? "WORKDAY" : "HOLIDAY")
			.param("name", day.name())
			.param("source", day.source())
			.update();
	}

	/** The day is as the plain week has it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void unset(LocalDate day) {
		this.jdbc.sql("DELETE FROM calendar_day WHERE day = :day").param("day", day).update();
	}

	/** All days of the year have been entered; its dates are provisional no more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void arrange(int year, String source) {
		this.jdbc.sql(ARRANGE).param("year", year).param("source", source).update();
	}

}
