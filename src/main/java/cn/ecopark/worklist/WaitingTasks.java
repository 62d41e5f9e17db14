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
			SELECT unit_id, person_id, count(*) AS number FROM work_item WHERE state = 'OPEN' GROUP BY unit_id, person_id""";

	private final JdbcClient jdbc;

	WaitingTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Count(@Nullable String unitId, @Nullable Long personId, int number) {
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
					.collect(Collectors.toMap(Count::unitId, Count::number)),
				counts.stream()
					.filter((count) -> count.personId != null)
					.collect(Collectors.toMap(Count::personId, Count::number)));
	}

	/** Numbers of open tasks. */
	public record Waiting(Map<String, Integer> ofUnits, Map<Long, Integer> ofPersons) {

		/**
		 * @return how many wait for a person, as one of that unit or alone
		 */
		public int of(String unitId, long personId) {
			return this.ofUnits.getOrDefault(unitId, 0) + this.ofPersons.getOrDefault(personId, 0);
		}

	}

}
