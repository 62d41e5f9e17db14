package cn.ecopark.worklist;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;

/** How much is open at each step of a pack, told as numbers alone. */
@Component
public class OpenAtSteps {

	private static final String COUNTED = """
			SELECT release, process_key, task_key, count(DISTINCT dossier_id) AS open FROM work_item
			 WHERE state = 'OPEN' AND pack = :pack
			 GROUP BY release, process_key, task_key ORDER BY process_key, task_key, release
			""";

	private final JdbcClient jdbc;

	OpenAtSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is open at one step under one release.
	 *
	 * @param process id of the diagram's process
	 * @param step its id in the diagram
	 * @param open cases, batches and objections that stand there
	 */
	public record Count(ReleaseId release, String process, String step, int open) {
	}

	/**
	 * @return all steps of that pack at which something is open
	 */
	public List<Count> of(String pack) {
		return this.jdbc.sql(COUNTED)
			.param("pack", pack)
			.query((row, at) -> new Count(ReleaseId.of(row.getString("release")), row.getString("process_key"),
					row.getString("task_key"), row.getInt("open")))
			.list();
	}

}
