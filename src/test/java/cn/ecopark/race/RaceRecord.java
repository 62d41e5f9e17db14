package cn.ecopark.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold in the database after any two commands, once nothing is left to be run:
 * each statement counts what contradicts something else.
 */
@TestConfiguration(proxyBeanMethods = false)
class RaceRecord {

	private static final Map<String, String> CONTRADICTIONS = new LinkedHashMap<>();

	static {
		CONTRADICTIONS.put("work items without a task, or tasks without a work item",
				"""
						SELECT count(*) FROM (SELECT t.id_ FROM act_ru_task t JOIN act_ru_execution i ON i.id_ = t.proc_inst_id_
						                       WHERE i.business_key_ IN (:dossiers)) AS task
						  FULL JOIN (SELECT engine_task_id FROM work_item WHERE state = 'OPEN' AND dossier_id IN (:dossiers)) AS item
						         ON item.engine_task_id = task.id_
						 WHERE task.id_ IS NULL OR item.engine_task_id IS NULL
						""");
		CONTRADICTIONS.put("open cases without a flow, or flows of closed cases", """
				SELECT count(*) FROM eco_case c WHERE c.id IN (:cases) AND (c.status <> 'CLOSED')
				   <> EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.business_key_ = c.id)
				""");
		CONTRADICTIONS.put("open batches without a flow, or flows of closed batches", """
				SELECT count(*) FROM batch b WHERE b.id IN (:dossiers) AND (b.state = 'OPEN')
				   <> EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.business_key_ = b.id)
				""");
		CONTRADICTIONS
			.put("cases in a batch that do not wait for its result, or wait for a result and are in no batch", """
					SELECT count(*) FROM eco_case c WHERE c.id IN (:cases)
					   AND EXISTS (SELECT 1 FROM batch_item i JOIN batch b ON b.id = i.batch_id
					                WHERE i.case_id = c.id AND i.state = 'IN' AND b.state = 'OPEN')
					   <> EXISTS (SELECT 1 FROM act_ru_event_subscr s JOIN act_ru_execution e ON e.id_ = s.proc_inst_id_
					               WHERE e.business_key_ = c.id AND s.event_name_ = 'Message_BatchResult')
					""");
		CONTRADICTIONS.put("places in closed batches", """
				SELECT count(*) FROM batch_item i JOIN batch b ON b.id = i.batch_id
				 WHERE i.case_id IN (:cases) AND i.state = 'IN' AND b.state <> 'OPEN'
				""");
		CONTRADICTIONS.put("cases taken back or closed that a paper decides on",
				"""
						SELECT count(*) FROM eco_case c JOIN batch_item i ON i.case_id = c.id JOIN issued_paper p ON p.batch_id = i.batch_id
						 WHERE c.id IN (:cases) AND c.result IN ('WITHDRAWN', 'CLOSED') AND i.state <> 'STRUCK_OUT'
						""");
		CONTRADICTIONS.put("numbers without a paper, or papers without a number or with several", """
				SELECT count(*) FROM batch b WHERE b.id IN (:dossiers) AND
				   (SELECT count(*) FROM document_number n WHERE n.dossier_id = b.id AND n.state = 'TAKEN')
				   <> (SELECT count(*) FROM issued_paper p WHERE p.batch_id = b.id)
				""");
		CONTRADICTIONS.put("papers about a park that an objection stands against",
				"""
						SELECT count(*) FROM issued_paper p JOIN batch_item i ON i.batch_id = p.batch_id JOIN objection o ON o.case_id = i.case_id
						 WHERE i.case_id IN (:cases) AND i.state <> 'STRUCK_OUT' AND o.state IN ('OPEN', 'UPHELD')
						""");
		CONTRADICTIONS.put("votes on a park that had left the batch", """
				SELECT count(*) FROM ballot b JOIN batch_item i ON i.batch_id = b.batch_id AND i.case_id = b.case_id
				 WHERE i.case_id IN (:cases) AND b.at > i.left_at
				""");
		CONTRADICTIONS.put("tasks done without one opinion, or opinions of tasks not done",
				"""
						SELECT count(*) FROM work_item w WHERE w.dossier_id IN (:dossiers)
						   AND (SELECT count(*) FROM opinion o WHERE o.work_item_id = w.id) <> CASE w.state WHEN 'DONE' THEN 1 ELSE 0 END
						""");
		CONTRADICTIONS.put("ended tasks without one run of their step",
				"""
						SELECT count(*) FROM work_item w WHERE w.dossier_id IN (:dossiers) AND
						   (SELECT count(*) FROM step_run r WHERE r.work_item_id = w.id AND (r.left_at IS NULL) = (w.state = 'OPEN')) <> 1
						""");
		CONTRADICTIONS.put("endings told more than once, or without one", """
				SELECT count(*) FROM eco_case c WHERE c.id IN (:cases) AND
				   (SELECT count(*) FROM audit_entry a WHERE a.subject = 'case:' || c.id
				       AND a.action IN ('case.withdrawn', 'case.closed-by-office'))
				   <> CASE WHEN c.result IN ('WITHDRAWN', 'CLOSED') THEN 1 ELSE 0 END
				""");
		CONTRADICTIONS.put("results delivered more than once",
				"""
						SELECT count(*) FROM (SELECT 1 FROM timeline_entry t WHERE t.case_id IN (:cases)
						                         AND t.message IN ('casefile.timeline.batch-result', 'batch.timeline.struck-out')
						                       GROUP BY t.case_id, t.message HAVING count(*) > 1) AS twice
						""");
	}

	private final JdbcClient jdbc;

	private final RaceStage stage;

	RaceRecord(JdbcClient jdbc, RaceStage stage) {
		this.jdbc = jdbc;
		this.stage = stage;
	}

	/**
	 * @return what contradicts something else about those cases, in words
	 */
	List<String> contradictions(List<String> cases) {
		List<String> dossiers = this.stage.dossiers(cases);
		List<String> found = new ArrayList<>();
		CONTRADICTIONS.forEach((words, sql) -> {
			int count = this.jdbc.sql(sql)
				.param("cases", cases)
				.param("dossiers", dossiers)
				.query(Integer.class)
				.single();
			if (count > 0) {
				found.add(count + " " + words);
			}
		});
		return found;
	}

}
