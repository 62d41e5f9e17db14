package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.casefile.OpenSteps;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/**
 * The rows of the work list, from the moment a task is opened until it has ended. Reading
 * here checks no rights.
 */
@Component
public class WorkItems implements OpenSteps {

	static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);

	private static final String INSERT = """
			INSERT INTO work_item (kind, engine_task_id, definition_id, pack, release, process_key, task_key, task_name, stage,
			                       dossier_id, case_id, batch_id, objection_id, title, case_number, park_id, park_kind,
			                       province_code, role, unit_id, person_id, created_at, due_on, sort_due, limit_key, said,
			                       said_by, said_at, form_id, form_digest, description, state)
			VALUES ('ENGINE_TASK', :engineTask, :definition, :pack, :release, :process, :task, :name, :stage, :dossier, :case, :batch,
			        :objection, :title, :caseNumber, :park, :parkKind, :province, :role, :unit, :person, :createdAt, :dueOn,
			        :sortDue, :limit, :said, :saidBy, :saidAt, :formId, :formDigest, CAST(:description AS jsonb), 'OPEN')
			RETURNING id
			""";

	private static final String OPEN_STEPS = """
			SELECT DISTINCT stage, description ->> 'purpose' AS purpose FROM work_item
			 WHERE dossier_id = :dossier AND state = 'OPEN'
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final WorkItemMapper mapper;

	WorkItems(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
		this.mapper = new WorkItemMapper(json);
	}

	private record OpenStep(@Nullable String stage, String purpose) {
	}

	/**
	 * @return the id under which the item was kept; the id it carries is ignored
	 */
	public long add(WorkItem item) {
		return this.jdbc.sql(INSERT)
			.param("engineTask", item.engineTaskId())
			.param("definition", item.task().definitionId())
			.param("pack", item.task().release().pack())
			.param("release", item.task().release().toString())
			.param("process", item.task().processKey())
			.param("task", item.task().taskKey())
			.param("name", item.task().name())
			.param("stage", item.task().stage())
			.param("dossier", item.subject().dossierId())
			.param("case", item.subject().caseId())
			.param("batch", item.subject().batchId())
			.param("objection", item.subject().objectionId())
			.param("title", item.subject().title())
			.param("caseNumber", item.subject().caseNumber())
			.param("park", item.subject().parkId())
			.param("parkKind", item.subject().parkKind())
			.param("province", item.subject().provinceCode())
			.param("role", item.holder().role())
			.param("unit", item.holder().unitId())
			.param("person", item.holder().personId())
			.param("createdAt", JdbcTime.of(item.createdAt()))
			.param("dueOn", item.dueOn())
			.param("sortDue", item.dueOn() == null ? NO_LIMIT : item.dueOn())
			.param("limit", item.limitKey())
			.param("said", item.said() == null ? null : item.said().text())
			.param("saidBy", item.said() == null ? null : item.said().by())
			.param("saidAt", item.said() == null ? null : JdbcTime.of(item.said().at()))
			.param("formId", item.form() == null ? null : item.form().id())
			.param("formDigest", item.form() == null ? null : item.form().digest())
			.param("description", this.json.writeValueAsString(item.description()))
			.query(Long.class)
			.single();
	}

	public Optional<WorkItem> find(long id) {
		return this.jdbc.sql("SELECT * FROM work_item WHERE id = :id").param("id", id).query(this.mapper).optional();
	}

	/**
	 * @return the state of each of those there are
	 */
	Map<Long, WorkItem.State> states(Collection<Long> ids) {
		record Standing(long id, WorkItem.State state) {
		}
		return ids.isEmpty() ? Map.of() : this.jdbc.sql("SELECT id, state FROM work_item WHERE id IN (:ids)")
			.param("ids", ids)
			.query((row, number) -> new Standing(row.getLong("id"), WorkItem.State.valueOf(row.getString("state"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Standing::id, Standing::state));
	}

	/**
	 * @return the item, locked until the transaction ends
	 * @throws TaskNotFound when there is none
	 */
	WorkItem lock(long id) {
		return this.jdbc.sql("SELECT * FROM work_item WHERE id = :id FOR NO KEY UPDATE")
			.param("id", id)
			.query(this.mapper)
			.optional()
			.orElseThrow(TaskNotFound::new);
	}

	/**
	 * @return the open tasks of that case, batch or objection
	 */
	public List<WorkItem> openOf(String dossierId) {
		return this.jdbc.sql("SELECT * FROM work_item WHERE dossier_id = :dossier AND state = 'OPEN' ORDER BY id")
			.param("dossier", dossierId)
			.query(this.mapper)
			.list();
	}

	/**
	 * @return the open tasks of those cases, batches or objections, for lists
	 */
	public List<WorkItem> openOfAll(Collection<String> dossierIds) {
		if (dossierIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("SELECT * FROM work_item WHERE dossier_id IN (:dossiers) AND state = 'OPEN' ORDER BY id")
			.param("dossiers", dossierIds)
			.query(this.mapper)
			.list();
	}

	/**
	 * @return the open tasks of those cases, for lists
	 */
	public List<WorkItem> openOfCases(Collection<String> caseIds) {
		if (caseIds.isEmpty()) {
			return List.of();
		}
		return ReadOnce.list(this, "openOfCases", Set.copyOf(caseIds),
				() -> this.jdbc.sql("SELECT * FROM work_item WHERE case_id IN (:cases) AND state = 'OPEN' ORDER BY id")
					.param("cases", caseIds)
					.query(this.mapper)
					.list());
	}

	/**
	 * @return the stage that each task of the dossier belongs to, the ended ones too
	 */
	public Map<Long, String> stagesOf(String dossierId) {
		Map<Long, String> stages = new HashMap<>();
		this.jdbc.sql("SELECT id, stage FROM work_item WHERE dossier_id = :dossier")
			.param("dossier", dossierId)
			.query(row -> {
				stages.put(row.getLong("id"), row.getString("stage"));
			});
		return stages;
	}

	@Override
	public boolean isOpen(String dossierId, Opinion.Step step) {
		return ReadOnce
			.list(this, "open", dossierId,
					() -> this.jdbc.sql(OPEN_STEPS)
						.param("dossier", dossierId)
						.query((row, number) -> new OpenStep(row.getString("stage"), row.getString("purpose")))
						.list())
			.contains(new OpenStep(step.stage(), step.purpose().name()));
	}

	/**
	 * Somebody has done the task.
	 * @throws TaskAlreadyDone when it does not wait any more
	 */
	public void done(long id, String outcome, long personId, Instant at) {
		int rows = this.jdbc
			.sql("""
					UPDATE work_item SET state = 'DONE', ended_as = 'DONE', outcome = :outcome, done_by = :person, done_at = :at,
					                     version = version + 1
					 WHERE id = :id AND state = 'OPEN'
					""")
			.param("id", id)
			.param("outcome", outcome)
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
		if (rows == 0) {
			throw new TaskAlreadyDone();
		}
	}

	/**
	 * @return the step of the case itself that was done last, if that person has done it
	 * and the way the flow went from it can be gone back
	 */
	Optional<WorkItem> lastDone(String caseId, long personId) {
		return this.jdbc.sql("""
				SELECT last.* FROM (SELECT * FROM work_item WHERE dossier_id = :case AND state = 'DONE'
				                     ORDER BY done_at DESC, id DESC LIMIT 1) AS last
				  JOIN step_way w ON w.work_item_id = last.id
				 WHERE last.done_by = :person AND w.bar IS NULL
				""").param("case", caseId).param("person", personId).query(this.mapper).optional();
	}

	/**
	 * @return ids of the engine tasks that rows show as open
	 */
	public Set<String> openEngineTasks() {
		return new HashSet<>(this.jdbc
			.sql("SELECT engine_task_id FROM work_item WHERE state = 'OPEN' AND engine_task_id IS NOT NULL")
			.query(String.class)
			.list());
	}

	/**
	 * The flow has taken the task away. A limit that ended it is over.
	 * @return the task as it was; empty when it did not wait any more
	 */
	Optional<WorkItem> takenAway(String engineTaskId, TaskEnd end, Instant at) {
		return this.jdbc.sql("""
				UPDATE work_item SET state = 'CANCELLED', ended_as = :as, ended_by = :by, done_at = :at,
				                     overdue = overdue OR :lapsed AND due_on IS NOT NULL, version = version + 1
				 WHERE engine_task_id = :task AND state = 'OPEN' RETURNING *
				""")
			.param("task", engineTaskId)
			.param("as", end.as().name())
			.param("by", end.eventName())
			.param("at", JdbcTime.of(at))
			.param("lapsed", end.as() == StepEnd.LAPSED)
			.query(this.mapper)
			.optional();
	}

	void claim(long id, @Nullable Long personId, int version) {
		int rows = this.jdbc.sql("""
				UPDATE work_item SET claimed_by = :person, version = version + 1
				 WHERE id = :id AND version = :version AND state = 'OPEN'
				""").param("id", id).param("person", personId).param("version", version).update();
		if (rows == 0) {
			throw new TaskAlreadyDone();
		}
	}

	public Optional<WorkItem> ofEngineTask(String engineTaskId) {
		return this.jdbc.sql("SELECT * FROM work_item WHERE engine_task_id = :task")
			.param("task", engineTaskId)
			.query(this.mapper)
			.optional();
	}

	/**
	 * @return the item of the engine's task that the flow leaves, unless it went on
	 * because nobody had answered
	 */
	Optional<WorkItem> leftByTheFlow(String engineTaskId) {
		return this.jdbc
			.sql("SELECT * FROM work_item WHERE engine_task_id = :task AND ended_as IS DISTINCT FROM 'LAPSED'")
			.param("task", engineTaskId)
			.query(this.mapper)
			.optional();
	}

}
