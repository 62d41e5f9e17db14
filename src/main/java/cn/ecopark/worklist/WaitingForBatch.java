package cn.ecopark.worklist;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/**
 * The open tasks of cases that wait to be composed into a batch. Reading here checks no
 * rights.
 */
@Component
public class WaitingForBatch {

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	WaitingForBatch(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
	}

	/**
	 * @return the open tasks of cases of that pack, of all its releases, that wait to be
	 * composed into a batch of that process; the longest waiting first
	 */
	public List<WorkItem> of(String pack, String batchProcess) {
		return this.jdbc.sql("""
				SELECT * FROM work_item WHERE state = 'OPEN' AND description ->> 'batch' = :batch AND pack = :pack
				 ORDER BY created_at, id
				""").param("pack", pack).param("batch", batchProcess).query(this.mapper).list();
	}

	/**
	 * @return the open items of those cases that wait for that batch, locked in the order
	 * of their ids
	 */
	public List<WorkItem> lock(String batchProcess, Collection<String> caseIds) {
		if (caseIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					SELECT * FROM work_item
					 WHERE state = 'OPEN' AND description ->> 'batch' = :batch AND case_id IN (:cases) ORDER BY id FOR NO KEY UPDATE
					""")
			.param("batch", batchProcess)
			.param("cases", caseIds)
			.query(this.mapper)
			.list();
	}

}
