package cn.ecopark.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how work list and engine differ, in one statement and so at one moment.
 * {@code --worklist-check} names what differs.
 */
@Component
public class WorkListDrift {

	private static final String COUNT = """
			SELECT (SELECT count(*) FROM act_ru_task task
			         WHERE NOT EXISTS (SELECT 1 FROM work_item item WHERE item.engine_task_id = task.id_ AND item.state = 'OPEN'))
			           AS missing,
			       (SELECT count(*) FROM work_item item WHERE item.state = 'OPEN' AND item.engine_task_id IS NOT NULL
			           AND NOT EXISTS (SELECT 1 FROM act_ru_task task WHERE task.id_ = item.engine_task_id)) AS stale
			""";

	private final JdbcClient jdbc;

	WorkListDrift(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many rows differ.
	 *
	 * @param missing tasks of the engine that no row shows
	 * @param stale rows whose task is gone
	 */
	public record Drift(long missing, long stale) {

		public long rows() {
			return this.missing + this.stale;
		}

	}

	/** Reads all open tasks: nothing to be asked often. */
	public Drift count() {
		return this.jdbc.sql(COUNT)
			.query((row, number) -> new Drift(row.getLong("missing"), row.getLong("stale")))
			.single();
	}

}
