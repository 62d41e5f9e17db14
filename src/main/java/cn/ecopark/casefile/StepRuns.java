package cn.ecopark.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;

/**
 * Every visit to every step: which step, who had it, from when to when, and how it ended.
 * Reading here checks no rights.
 */
@Component
public class StepRuns {

	private static final String OPEN = """
			INSERT INTO step_run (work_item_id, dossier_id, case_id, batch_id, objection_id, pack, release, process_key, step_key,
			                      step_name, role, unit_id, person_id, entered_at, due_on)
			VALUES (:item, :dossier, :case, :batch, :objection, :pack, :release, :process, :key, :name, :role, :unit, :person, :at,
			        :dueOn)
			""";

	private static final String CLOSE = """
			UPDATE step_run SET left_at = :at, working_days = :days, ended_as = :as, ended_by = :by, outcome = :outcome,
			                    person_id = coalesce(CAST(:person AS bigint), person_id)
			 WHERE work_item_id = :item AND left_at IS NULL
			""";

	private static final String PASS_ON = """
			INSERT INTO step_run (work_item_id, dossier_id, case_id, batch_id, objection_id, pack, release, process_key, step_key,
			                      step_name, role, unit_id, person_id, entered_at, due_on)
			SELECT work_item_id, dossier_id, case_id, batch_id, objection_id, pack, release, process_key, step_key, step_name, role,
			       :unit, :person, :at, :dueOn
			  FROM step_run WHERE work_item_id = :item ORDER BY id DESC LIMIT 1
			""";

	private static final String ENTERED = """
			SELECT entered_at FROM step_run WHERE work_item_id = :item AND left_at IS NULL
			""";

	private static final String DUE = "UPDATE step_run SET due_on = :day WHERE work_item_id = :item AND left_at IS NULL";

	private static final String FAIL = """
			INSERT INTO step_run (dossier_id, case_id, batch_id, objection_id, pack, release, process_key, step_key, step_name,
			                      entered_at, left_at, working_days, ended_as)
			VALUES (:dossier, :case, :batch, :objection, :pack, :release, :process, :key, :name, :at, :at, 0, 'FAILED')
			""";

	private final JdbcClient jdbc;

	private final WorkingDays days;

	StepRuns(JdbcClient jdbc, WorkingDays days) {
		this.jdbc = jdbc;
		this.days = days;
	}

	/**
	 * How a visit ended.
	 *
	 * @param by name of the event of the diagram that ended it
	 * @param personId who did it
	 */
	public record Ending(StepEnd as, @Nullable String by, @Nullable String outcome, @Nullable Long personId,
			Instant at) {
	}

	/**
	 * @param workItemId of the task that waits in the step
	 * @param run the id it carries is ignored
	 */
	public void entered(long workItemId, StepRun run) {
		about(OPEN, run.about(), run.step()).param("item", workItemId)
			.param("role", run.role())
			.param("unit", run.unitId())
			.param("person", run.personId())
			.param("at", JdbcTime.of(run.entered()))
			.param("dueOn", run.dueOn())
			.update();
	}

	/**
	 * The task goes to somebody else, whose visit begins as that of the first one ends.
	 * @param dueOn last day of the limit of the first one; null without one
	 * @param to who has it from now on
	 * @param newlyDueOn last day of the limit of the other; null without one
	 */
	public void passedOn(long workItemId, @Nullable LocalDate dueOn, Ending ending, Heir to,
			@Nullable LocalDate newlyDueOn) {
		left(workItemId, dueOn, ending);
		this.jdbc.sql(PASS_ON)
			.param("item", workItemId)
			.param("unit", to.unitId())
			.param("person", to.personId())
			.param("at", JdbcTime.of(ending.at()))
			.param("dueOn", newlyDueOn)
			.update();
	}

	/** The limit of the visit that goes on ends on another day. */
	public void dueOn(long workItemId, LocalDate lastDay) {
		this.jdbc.sql(DUE).param("item", workItemId).param("day", lastDay).update();
	}

	/** Who takes a step over: a unit, or a person. */
	public record Heir(@Nullable String unitId, @Nullable Long personId) {

		public static Heir unit(String id) {
			return new Heir(id, null);
		}

		public static Heir person(long id) {
			return new Heir(null, id);
		}

	}

	/**
	 * @param dueOn last day of the limit, where the visit lapsed with it; null without
	 * one
	 * @throws IllegalStateException when the task has no visit that lasts: the record
	 * would be wrong, so the transaction must not succeed
	 */
	public void left(long workItemId, @Nullable LocalDate dueOn, Ending ending) {
		Instant entered = this.jdbc.sql(ENTERED)
			.param("item", workItemId)
			.query((row, number) -> JdbcTime.instant(row, "entered_at"))
			.optional()
			.orElse(ending.at());
		int rows = this.jdbc.sql(CLOSE)
			.param("item", workItemId)
			.param("at", JdbcTime.of(ending.at()))
			.param("days", this.days.between(day(entered), lastDay(dueOn, ending)))
			.param("as", ending.as().name())
			.param("by", ending.by())
			.param("outcome", ending.outcome())
			.param("person", ending.personId())
			.update();
		if (rows == 0) {
			throw new IllegalStateException("Task " + workItemId + " ends a step that it has not entered");
		}
	}

	/** Notes a step that the system could not carry out. */
	public void failed(StepRun.About about, StepRun.Step step, Instant at) {
		about(FAIL, about, step).param("at", JdbcTime.of(at)).update();
	}

	/**
	 * @return the visits of that case, batch or objection, in the order they began
	 */
	public List<StepRun> of(String dossierId) {
		return this.jdbc.sql("SELECT * FROM step_run WHERE dossier_id = :dossier ORDER BY id")
			.param("dossier", dossierId)
			.query(StepRuns::map)
			.list();
	}

	private JdbcClient.StatementSpec about(String sql, StepRun.About about, StepRun.Step step) {
		return this.jdbc.sql(sql)
			.param("dossier", about.dossierId())
			.param("case", about.caseId())
			.param("batch", about.batchId())
			.param("objection", about.objectionId())
			.param("pack", step.release().pack())
			.param("release", step.release().toString())
			.param("process", step.process())
			.param("key", step.key())
			.param("name", step.name());
	}

	/** What lapses does so at 24:00 of the last day of its limit, or just after. */
	private static LocalDate lastDay(@Nullable LocalDate dueOn, Ending ending) {
		return ending.as() == StepEnd.LAPSED && dueOn != null ? dueOn : day(ending.at());
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, CaseTime.ZONE);
	}

	private static StepRun map(ResultSet row, int number) throws SQLException {
		String endedAs = row.getString("ended_as");
		return new StepRun(row.getLong("id"),
				new StepRun.About(row.getString("dossier_id"), row.getString("case_id"), row.getString("batch_id"),
						row.getString("objection_id")),
				new StepRun.Step(ReleaseId.of(row.getString("release")), row.getString("process_key"),
						row.getString("step_key"), row.getString("step_name")),
				row.getString("role"), row.getString("unit_id"), row.getObject("person_id", Long.class),
				JdbcTime.instant(row, "entered_at"), row.getObject("due_on", LocalDate.class),
				JdbcTime.nullable(row, "left_at"), row.getObject("working_days", Integer.class),
				endedAs == null ? null : StepEnd.valueOf(endedAs), row.getString("ended_by"), row.getString("outcome"));
	}

}
