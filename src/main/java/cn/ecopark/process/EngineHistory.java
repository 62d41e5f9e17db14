package cn.ecopark.process;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.JdbcTime;

/**
 * What the engine remembers of flows that have ended. A flow that runs is never touched,
 * nor are parts of it that have ended: steps to come and limits that are counted anew are
 * asked of it.
 */
@Component
class EngineHistory {

	private static final int MOST = 20;

	private static final String ENDED = """
			SELECT proc_inst_id_ FROM act_hi_procinst
			 WHERE proc_inst_id_ = root_proc_inst_id_ AND end_time_ < :before
			   AND NOT EXISTS (SELECT 1 FROM act_ru_execution WHERE root_proc_inst_id_ = act_hi_procinst.proc_inst_id_)
			 ORDER BY end_time_ LIMIT :most FOR UPDATE SKIP LOCKED
			""";

	private static final String PARTS = "SELECT proc_inst_id_ FROM act_hi_procinst WHERE root_proc_inst_id_ IN (:roots)";

	private final JdbcClient jdbc;

	private final HistoryService history;

	EngineHistory(JdbcClient jdbc, HistoryService history) {
		this.jdbc = jdbc;
		this.history = history;
	}

	/**
	 * Some flows at a time, each with all its parts; no two nodes take the same.
	 * @param before when they must have ended, in the time of cases
	 * @return how many flows are forgotten; none when there are no more
	 */
	@Transactional
	int clear(Instant before) {
		List<String> roots = this.jdbc.sql(ENDED)
			.param("before", JdbcTime.of(before))
			.param("most", MOST)
			.query(String.class)
			.list();
		if (!roots.isEmpty()) {
			this.history.deleteHistoricProcessInstancesBulk(
					this.jdbc.sql(PARTS).param("roots", roots).query(String.class).list());
		}
		return roots.size();
	}

}
