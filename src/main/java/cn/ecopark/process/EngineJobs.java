package cn.ecopark.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.FaultText;

/** What the engine does by itself and could not do, for whoever runs the system. */
@Component
public class EngineJobs {

	private static final String CASE = "caseId";

	private static final String BATCH = "batchId";

	/** The engine keeps its moments without a zone, in that of the program. */
	private static final String COUNT = """
			SELECT count(*) FILTER (WHERE retries_ = 0) AS failed,
			       count(*) FILTER (WHERE retries_ > 0 AND duedate_ < :late) AS late,
			       min(duedate_) FILTER (WHERE retries_ > 0 AND duedate_ < :late) AS oldest
			  FROM act_ru_job WHERE suspension_state_ = 1 AND (retries_ = 0 OR duedate_ < :late)
			""";

	private static final String LOCK = "SELECT id_ FROM act_ru_job WHERE id_ = :id AND retries_ = 0 FOR UPDATE";

	private final ManagementService management;

	private final RuntimeService runtime;

	private final DeployedModels models;

	private final JdbcClient jdbc;

	private final CaseTime time;

	EngineJobs(ManagementService management, RuntimeService runtime, DeployedModels models, JdbcClient jdbc,
			CaseTime time) {
		this.management = management;
		this.runtime = runtime;
		this.models = models;
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * A step that the engine has given up; the flow stands still there.
	 *
	 * @param caseId null where it is about no single case
	 * @param batchId null where it is about no batch
	 * @param step what stands at it in the diagram, empty for upkeep of the engine
	 * @param at case time
	 * @param fault what the last attempt ended with, without messages
	 */
	public record FailedJob(String id, @Nullable String caseId, @Nullable String batchId, String step, Instant at,
			String fault) {
	}

	/**
	 * How many steps of the engine do not go on.
	 *
	 * @param failed given up
	 * @param late due for longer than the patience, and not begun or not done yet
	 * @param longest how late the first of those is; zero if there is none
	 */
	public record Counts(long failed, long late, Duration longest) {
	}

	/**
	 * @param patience how long after its time something due may take
	 */
	public Counts counts(Duration patience) {
		Instant now = this.time.now();
		return this.jdbc.sql(COUNT)
			.param("late", LocalDateTime.ofInstant(now.minus(patience), CaseTime.ZONE))
			.query((row, number) -> {
				LocalDateTime oldest = row.getObject("oldest", LocalDateTime.class);
				return new Counts(row.getLong("failed"), row.getLong("late"), oldest == null ? Duration.ZERO
						: Duration.between(oldest.atZone(CaseTime.ZONE).toInstant(), now));
			})
			.single();
	}

	/**
	 * @return steps that were given up, at most so many
	 */
	public List<FailedJob> failed(int most) {
		return this.management.createJobQuery()
			.noRetriesLeft()
			.orderByJobId()
			.desc()
			.listPage(0, most)
			.stream()
			.map(this::describe)
			.toList();
	}

	/**
	 * Has it tried once more; if that fails it is given up again. Of several at once only
	 * one does it.
	 * @return what it was; empty if it is not given up any more
	 */
	@Transactional
	public Optional<FailedJob> again(String id) {
		if (this.jdbc.sql(LOCK).param("id", id).query(String.class).optional().isEmpty()) {
			return Optional.empty();
		}
		FailedJob found = describe(this.management.createJobQuery().jobId(id).singleResult());
		this.management.setJobRetries(id, 1);
		return Optional.of(found);
	}

	private FailedJob describe(Job job) {
		Map<String, String> ids = idsOf(job);
		Incident incident = this.runtime.createIncidentQuery()
			.incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
			.configuration(job.getId())
			.list()
			.stream()
			.findFirst()
			.orElse(null);
		Instant at = incident == null ? this.time.now() : incident.getIncidentTimestamp().toInstant();
		String trace = this.management.getJobExceptionStacktrace(job.getId());
		return new FailedJob(job.getId(), ids.get(CASE), ids.get(BATCH), step(job), at,
				FaultText.of(Objects.requireNonNullElse(trace, "")));
	}

	private Map<String, String> idsOf(Job job) {
		if (job.getProcessInstanceId() == null) {
			return Map.of();
		}
		return this.runtime.createVariableInstanceQuery()
			.processInstanceIdIn(job.getProcessInstanceId())
			.variableNameIn(BATCH, CASE)
			.list()
			.stream()
			.filter(variable -> variable.getValue() != null)
			.collect(Collectors.toMap(VariableInstance::getName, variable -> String.valueOf(variable.getValue()),
					(one, same) -> one));
	}

	private String step(Job job) {
		JobDefinition definition = job.getJobDefinitionId() == null ? null
				: this.management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
		if (definition == null || job.getProcessDefinitionId() == null) {
			return "";
		}
		FlowElement element = this.models.model(job.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return element == null || element.getName() == null ? definition.getActivityId() : element.getName();
	}

}
