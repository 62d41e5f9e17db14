package cn.ecopark.worklist;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;

/** What has happened in a case since one of its tasks was submitted. */
@Component
class SinceSubmitted {

	/**
	 * Reading a task is not beginning it; taking it, typing on it, handing in documents,
	 * remarks on documents and proposing is. So is that it was handed over or given a
	 * last day.
	 */
	private static final String FOUND = """
			SELECT EXISTS (SELECT 1 FROM case_suspension
			                WHERE case_id = :case AND coalesce(taken_up_at, 'infinity') >= :at) AS stood_still,
			       EXISTS (SELECT 1 FROM case_stage WHERE case_id = :case AND entered_at >= :at) AS next_stage,
			       EXISTS (SELECT 1 FROM work_item i
			                WHERE i.id = ANY (:came)
			                  AND (i.state <> 'OPEN' OR i.claimed_by IS NOT NULL
			                       OR EXISTS (SELECT 1 FROM task_draft d WHERE d.work_item_id = i.id)
			                       OR EXISTS (SELECT 1 FROM document_version v WHERE v.work_item_id = i.id)
			                       OR EXISTS (SELECT 1 FROM remark r WHERE r.work_item_id = i.id)
			                       OR EXISTS (SELECT 1 FROM upload u WHERE u.work_item_id = i.id)
			                       OR EXISTS (SELECT 1 FROM decision_proposal p WHERE p.work_item_id = i.id)
			                       OR EXISTS (SELECT 1 FROM urging u WHERE u.work_item_id = i.id AND u.act <> 'URGED'))) AS begun,
			       EXISTS (SELECT 1 FROM urging WHERE work_item_id = :item AND last_day IS NOT NULL) AS last_day_set,
			       EXISTS (SELECT 1 FROM work_item
			                WHERE (id = :item OR id = ANY (:came)) AND due_on < :today) AS limit_over
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	SinceSubmitted(JdbcClient jdbc, CaseTime time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * What was found.
	 *
	 * @param stoodStill whether the case stands still, or did so
	 * @param nextStage whether it has come into another stage
	 * @param begun whether somebody has begun with a task that came
	 * @param lastDaySet whether the task had been given a last day
	 * @param limitOver whether the limit of one of them is over
	 */
	record Found(boolean stoodStill, boolean nextStage, boolean begun, boolean lastDaySet, boolean limitOver) {
	}

	/**
	 * @param came ids of the tasks that came
	 */
	Found of(WorkItem item, List<Long> came, Instant submitted) {
		return this.jdbc.sql(FOUND)
			.param("case", item.subject().caseId())
			.param("item", item.id())
			.param("came", came.toArray(Long[]::new))
			.param("at", JdbcTime.of(submitted))
			.param("today", this.time.today())
			.query(Found.class)
			.single();
	}

}
