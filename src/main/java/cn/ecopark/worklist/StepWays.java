package cn.ecopark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which way the flow went from each task of a case that somebody has done. */
@Component
class StepWays {

	private static final String KEEP = """
			INSERT INTO step_way (work_item_id, instance, outcome_before, arose, came, traced, bar)
			VALUES (:item, :instance, :before, :arose, :came, :traced, :bar)
			""";

	private final JdbcClient jdbc;

	StepWays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One way.
	 *
	 * @param came ids of the tasks that came of it
	 */
	record Gone(StepBack.Way way, List<Long> came) {
	}

	void keep(long itemId, Gone gone) {
		StepBack.Way way = gone.way();
		this.jdbc.sql(KEEP)
			.param("item", itemId)
			.param("instance", way.instance())
			.param("before", way.outcomeBefore())
			.param("arose", way.arose().toArray(String[]::new))
			.param("came", gone.came().toArray(Long[]::new))
			.param("traced", way.traced())
			.param("bar", way.bar() == null ? null : way.bar().name())
			.update();
	}

	/**
	 * @return empty where nothing is known of it: it was done before this was kept, or is
	 * of no case
	 */
	Optional<Gone> of(long itemId) {
		return this.jdbc.sql("SELECT * FROM step_way WHERE work_item_id = :item")
			.param("item", itemId)
			.query(StepWays::map)
			.optional();
	}

	private static Gone map(ResultSet row, int number) throws SQLException {
		String bar = row.getString("bar");
		return new Gone(
				new StepBack.Way(row.getString("instance"), row.getString("outcome_before"),
						List.of((String[]) row.getArray("arose").getArray()), row.getLong("traced"), known(bar)),
				List.of((Long[]) row.getArray("came").getArray()));
	}

	private static TakeBackRules.@Nullable Hindrance known(@Nullable String bar) {
		return bar == null ? null : TakeBackRules.Hindrance.valueOf(bar);
	}

}
