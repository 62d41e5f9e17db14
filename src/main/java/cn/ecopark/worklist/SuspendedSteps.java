package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.WorkingDays;

/** The limits that stand still with their cases. Reading here checks no rights. */
@Component
public class SuspendedSteps {

	private static final String OPEN = """
			SELECT i.id, i.due_on, (r.entered_at AT TIME ZONE 'Asia/Shanghai')::date AS began_on, q.days AS given
			  FROM work_item i JOIN step_run r ON r.work_item_id = i.id AND r.left_at IS NULL
			  LEFT JOIN due_recount q ON q.work_item_id = i.id
			 WHERE i.dossier_id = :case AND i.state = 'OPEN' AND i.due_on IS NOT NULL ORDER BY i.id
			""";

	private static final String INSERT = """
			INSERT INTO suspended_step (suspension_id, work_item_id, case_id, began_on, due_on, days, days_left)
			VALUES (:suspension, :item, :case, :began, :due, :days, :left)
			""";

	private static final String STOP = """
			UPDATE work_item SET due_on = NULL, sort_due = :none, version = version + 1
			 WHERE dossier_id = :case AND state = 'OPEN' AND due_on IS NOT NULL
			""";

	private static final String START = """
			UPDATE work_item SET due_on = :day, sort_due = :day, version = version + 1
			 WHERE id = :item AND state = 'OPEN' AND due_on IS NULL
			""";

	private static final String OF_SUSPENSION = """
			SELECT work_item_id, began_on, due_on, days, days_left FROM suspended_step
			 WHERE suspension_id = :suspension ORDER BY work_item_id
			""";

	private static final String DAYS_LEFT = """
			SELECT s.work_item_id, s.days_left FROM suspended_step s JOIN case_suspension c ON c.id = s.suspension_id
			 WHERE s.work_item_id IN (:items) AND c.taken_up_at IS NULL
			""";

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	SuspendedSteps(JdbcClient jdbc, WorkingDays workingDays) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
	}

	/**
	 * A limit that stands still.
	 *
	 * @param beganOn the day it is counted from
	 * @param dueOn its last day as it was
	 * @param days working days that were given
	 * @param daysLeft working days that were left, negative once it was over
	 */
	record Stopped(long workItemId, LocalDate beganOn, LocalDate dueOn, int days, int daysLeft) {
	}

	/**
	 * @param given working days, where the calendar has just changed and the last day is
	 * not counted anew yet
	 */
	private record Running(long id, LocalDate dueOn, LocalDate beganOn, @Nullable Integer given) {
	}

	private record Left(long workItemId, int daysLeft) {
	}

	void stop(long suspensionId, String caseId, LocalDate today) {
		this.jdbc.sql(OPEN)
			.param("case", caseId)
			.query(Running.class)
			.list()
			.forEach(step -> this.jdbc.sql(INSERT)
				.param("suspension", suspensionId)
				.param("item", step.id())
				.param("case", caseId)
				.param("began", step.beganOn())
				.param("due", step.dueOn())
				.param("days", days(step))
				.param("left", this.workingDays.left(today, step.dueOn()))
				.update());
		this.jdbc.sql(STOP).param("case", caseId).param("none", WorkItems.NO_LIMIT).update();
	}

	private int days(Running step) {
		Integer given = step.given();
		return given == null ? this.workingDays.between(step.beganOn(), step.dueOn()) : given;
	}

	List<Stopped> of(long suspensionId) {
		return this.jdbc.sql(OF_SUSPENSION).param("suspension", suspensionId).query(Stopped.class).list();
	}

	/**
	 * @return whether the task still waits
	 */
	boolean start(Stopped stopped) {
		return this.jdbc.sql(START).param("item", stopped.workItemId()).param("day", stopped.dueOn()).update() == 1;
	}

	/**
	 * @return of those tasks whose limit stands still, the working days that are left,
	 * negative once it was over
	 */
	public Map<Long, Integer> daysLeft(Collection<Long> itemIds) {
		if (itemIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(DAYS_LEFT)
			.param("items", itemIds)
			.query(Left.class)
			.stream()
			.collect(Collectors.toMap(Left::workItemId, Left::daysLeft));
	}

}
