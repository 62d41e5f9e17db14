package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.shared.JdbcTime;

/**
 * When the limits of tasks end, who was told so, and how long the earlier visits of a
 * dossier to a step took. Reading here checks no rights.
 */
@Component
public class WorkItemLimits {

	/** Each half goes along an index of its own, however many tasks are open. */
	static final String LATE = """
			SELECT late.* FROM (
			    (SELECT i.* FROM work_item i
			      WHERE i.state = 'OPEN' AND i.unit_id <> 'OFFICE' AND i.last_day < :today
			        AND NOT EXISTS (SELECT 1 FROM case_suspension s WHERE s.case_id = i.dossier_id AND s.taken_up_at IS NULL)
			      ORDER BY i.last_day, i.id LIMIT 20)
			    UNION ALL
			    (SELECT i.* FROM work_item i
			      WHERE i.state = 'OPEN' AND i.unit_id <> 'OFFICE' AND NOT i.urged AND i.sort_due < :today
			        AND NOT EXISTS (SELECT 1 FROM case_suspension s WHERE s.case_id = i.dossier_id AND s.taken_up_at IS NULL)
			      ORDER BY i.sort_due, i.id LIMIT 20)
			) late ORDER BY late.last_day, late.sort_due, late.id LIMIT 20
			""";

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	WorkItemLimits(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
	}

	/**
	 * A step that its holder should have done.
	 *
	 * @param lastDay which the Office set; null where the limit is over and nobody has
	 * urged the holder
	 */
	public record LateStep(WorkItem item, @Nullable LocalDate lastDay) {
	}

	/**
	 * @return the open tasks of units but the Office whose last day is over on that day,
	 * then those whose limit is over and for which nobody was urged, the longest overdue
	 * first; at most twenty
	 */
	public List<LateStep> lateSince(LocalDate today) {
		return this.jdbc.sql(LATE)
			.param("today", today)
			.query((row, number) -> new LateStep(this.mapper.mapRow(row, number),
					row.getObject("last_day", LocalDate.class)))
			.list();
	}

	/**
	 * @return the task, when it waits and its holder had not been reminded
	 */
	Optional<WorkItem> reminded(String engineTaskId) {
		return this.jdbc.sql("""
				UPDATE work_item SET reminded = TRUE
				 WHERE engine_task_id = :task AND state = 'OPEN' AND NOT reminded RETURNING *
				""").param("task", engineTaskId).query(this.mapper).optional();
	}

	/**
	 * @return the task, when it waits and nobody had been told that its limit is over
	 */
	Optional<WorkItem> overdue(String engineTaskId) {
		return this.jdbc.sql("""
				UPDATE work_item SET overdue = TRUE
				 WHERE engine_task_id = :task AND state = 'OPEN' AND NOT overdue RETURNING *
				""").param("task", engineTaskId).query(this.mapper).optional();
	}

	/**
	 * The limit of the open task ends on another day. As long as that is not over the
	 * task is not overdue, whatever it was by the day before.
	 */
	void recounted(long id, LocalDate lastDay, LocalDate today) {
		this.jdbc
			.sql("""
					UPDATE work_item SET due_on = :day, sort_due = :day, overdue = overdue AND :day < :today, version = version + 1
					 WHERE id = :id AND state = 'OPEN'
					""")
			.param("id", id)
			.param("day", lastDay)
			.param("today", today)
			.update();
	}

	/** From when to when a step lay with somebody. */
	public record Visit(Instant from, Instant to) {
	}

	/**
	 * @return the earlier visits of the dossier to steps of that limit
	 */
	public List<Visit> visits(String dossierId, String limitKey) {
		return this.jdbc.sql("""
				SELECT created_at, done_at FROM work_item
				 WHERE dossier_id = :dossier AND limit_key = :limit AND done_at IS NOT NULL
				""")
			.param("dossier", dossierId)
			.param("limit", limitKey)
			.query((row, number) -> new Visit(JdbcTime.instant(row, "created_at"), JdbcTime.instant(row, "done_at")))
			.list();
	}

}
