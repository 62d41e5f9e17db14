package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/**
 * Who was given the tasks of a dossier, and how one passes from hand to hand. Reading
 * here checks no rights.
 */
@Component
public class WorkItemHolders {

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	WorkItemHolders(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
	}

	/**
	 * @return whether that unit has a task in the dossier, or has done one
	 */
	public boolean isWorkedOnBy(String dossierId, String unitId) {
		return workedOnBy(List.of(dossierId), unitId).contains(dossierId);
	}

	/**
	 * @return those of the dossiers in which the unit has a task, or has done one
	 */
	public Set<String> workedOnBy(Collection<String> dossierIds, String unitId) {
		return dossierIds.isEmpty() ? Set.of() : Set.copyOf(this.jdbc.sql("""
				SELECT DISTINCT dossier_id FROM work_item
				 WHERE dossier_id IN (:dossiers) AND unit_id = :unit AND state IN ('OPEN', 'DONE')
				""").param("dossiers", dossierIds).param("unit", unitId).query(String.class).list());
	}

	/**
	 * @return the units that were given a task of that purpose in a stage of the case,
	 * from that moment on, whatever became of it; in the order they were asked
	 */
	public List<String> unitsAsked(String caseId, String stage, Purpose purpose, Instant from) {
		return this.jdbc.sql("""
				SELECT unit_id FROM work_item
				 WHERE case_id = :case AND stage = :stage AND description ->> 'purpose' = :purpose
				   AND unit_id IS NOT NULL AND created_at >= :from
				 GROUP BY unit_id ORDER BY min(id)
				""")
			.param("case", caseId)
			.param("stage", stage)
			.param("purpose", purpose.name())
			.param("from", JdbcTime.of(from))
			.query(String.class)
			.list();
	}

	/**
	 * @return the open tasks of that purpose that lie with one person, the longest
	 * waiting first
	 */
	public List<WorkItem> openOfPersons(Purpose purpose) {
		return this.jdbc.sql("""
				SELECT * FROM work_item
				 WHERE state = 'OPEN' AND person_id IS NOT NULL AND description ->> 'purpose' = :purpose
				 ORDER BY created_at, id
				""").param("purpose", purpose.name()).query(this.mapper).list();
	}

	/**
	 * @return the open tasks of units that several people have to sign
	 */
	List<WorkItem> signedBySeveral() {
		return this.jdbc.sql("""
				SELECT * FROM work_item
				 WHERE state = 'OPEN' AND unit_id IS NOT NULL AND (description ->> 'signatures')::INT > 1 ORDER BY id
				""").query(this.mapper).list();
	}

	/**
	 * @return the units that have open tasks
	 */
	Set<String> unitsThatAreWaitedFor() {
		return Set
			.copyOf(this.jdbc.sql("SELECT DISTINCT unit_id FROM work_item WHERE state = 'OPEN' AND unit_id IS NOT NULL")
				.query(String.class)
				.list());
	}

	/**
	 * @return the open tasks that the person has claimed, and those of the person alone,
	 * in the order in which their cases are locked
	 */
	List<WorkItem> waitingFor(long personId) {
		return this.jdbc.sql("""
				SELECT * FROM work_item WHERE state = 'OPEN' AND (claimed_by = :person OR person_id = :person)
				 ORDER BY coalesce(case_id, dossier_id), id
				""").param("person", personId).query(this.mapper).list();
	}

	/**
	 * Another person has the task from now on, with a limit of his own.
	 * @throws TaskAlreadyDone when it is open no more, or was changed meanwhile
	 */
	public void handOver(WorkItem item, long personId, @Nullable LocalDate dueOn) {
		handOver(item, personId, null, dueOn);
	}

	/**
	 * Another unit has the task from now on, with a limit of its own.
	 * @throws TaskAlreadyDone when it is open no more, or was changed meanwhile
	 */
	void handOverToUnit(WorkItem item, String unitId, @Nullable LocalDate dueOn) {
		handOver(item, null, unitId, dueOn);
	}

	/**
	 * Another unit has the task from now on, with all that holds of it.
	 * @throws TaskAlreadyDone when it is open no more, or was changed meanwhile
	 */
	void succeed(WorkItem item, String unitId) {
		int rows = this.jdbc.sql("""
				UPDATE work_item SET unit_id = :unit, claimed_by = NULL, version = version + 1
				 WHERE id = :id AND version = :version AND state = 'OPEN' AND person_id IS NULL
				""").param("id", item.id()).param("version", item.version()).param("unit", unitId).update();
		if (rows == 0) {
			throw new TaskAlreadyDone();
		}
	}

	private void handOver(WorkItem item, @Nullable Long personId, @Nullable String unitId, @Nullable LocalDate dueOn) {
		int rows = this.jdbc.sql("""
				UPDATE work_item SET person_id = :person, unit_id = :unit, claimed_by = NULL, due_on = :due,
				                     sort_due = :sortDue, overdue = FALSE, reminded = FALSE, version = version + 1
				 WHERE id = :id AND version = :version AND state = 'OPEN'
				   AND (person_id IS NULL) = (CAST(:person AS bigint) IS NULL)
				""")
			.param("id", item.id())
			.param("version", item.version())
			.param("person", personId)
			.param("unit", unitId)
			.param("due", dueOn)
			.param("sortDue", dueOn == null ? WorkItems.NO_LIMIT : dueOn)
			.update();
		if (rows == 0) {
			throw new TaskAlreadyDone();
		}
	}

}
