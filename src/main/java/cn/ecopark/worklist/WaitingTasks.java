package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tasks wait for whom. */
@Component
public class WaitingTasks {

	private static final String COUNT = """
			SELECT unit_id, person_id, count(*) AS number, count(*) FILTER (WHERE overdue) AS overdue
			  FROM work_item WHERE state = 'OPEN' GROUP BY unit_id, person_id
			""";

	private final JdbcClient jdbc;

	WaitingTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Count(@Nullable String unitId, @Nullable Long personId, int number, int overdue) {

		Number counted() {
			return new Number(this.number, this.overdue);
		}

	}

	/**
	 * @return the open tasks of each unit and of each single person, those with none left
	 * out
	 */
	public Waiting now() {
		List<Count> counts = this.jdbc.sql(COUNT).query(Count.class).list();
		return new Waiting(
				counts.stream()
					.filter((count) -> count.unitId != null)
					.collect(Collectors.toMap(Count::unitId, Count::counted)),
				counts.stream()
					.filter((count) -> count.personId != null)
					.collect(Collectors.toMap(Count::personId, Count::counted)));
	}

	/**
	 * So many open tasks.
	 *
	 * @param overdue those among them whose limit has passed
	 */
	public record Number(int open, int overdue) {

		static final Number NONE = new Number(0, 0);

	}

	/** Numbers of open tasks. */
	public record Waiting(Map<String, Number> ofUnits, Map<Long, Number> ofPersons) {

		/**
		 * @return how many wait for a person, as one of that unit or alone
		 */
		public int of(String unitId, long personId) {
			return unit(unitId).open() + person(personId).open();
		}

		/**
		 * @return how many of these are overdue
		 */
		public int overdueOf(String unitId, long personId) {
			return unit(unitId).overdue() + person(personId).overdue();
		}

		private Number unit(String unitId) {
			return this.ofUnits.getOrDefault(unitId, Number.NONE);
		}

		private Number person(long personId) {
			return this.ofPersons.getOrDefault(personId, Number.NONE);
		}

	}

}
