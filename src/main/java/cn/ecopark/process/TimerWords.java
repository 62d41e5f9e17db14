package cn.ecopark.process;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.casefile.Cases;

/** Says of a timer which step of which park or batch it belongs to. */
@Component
class TimerWords {

	private static final String BATCH = "batchId";

	private static final String CASE = "caseId";

	private final ManagementService management;

	private final DeployedModels models;

	private final RuntimeService runtime;

	private final Cases cases;

	private final Batches batches;

	TimerWords(ManagementService management, DeployedModels models, RuntimeService runtime, Cases cases,
			Batches batches) {
		this.management = management;
		this.models = models;
		this.runtime = runtime;
		this.cases = cases;
		this.batches = batches;
	}

	/**
	 * @return empty for a timer of no instance, or of one that has ended meanwhile
	 */
	Optional<MoveCaseTime.Due> describe(Job job) {
		if (job.getProcessInstanceId() == null || job.getJobDefinitionId() == null) {
			return Optional.empty();
		}
		return about(job.getProcessInstanceId())
			.map(about -> new MoveCaseTime.Due(job.getDuedate().toInstant(), element(job).getName(), about));
	}

	private FlowElement element(Job job) {
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		return this.models.model(job.getProcessDefinitionId()).getModelElementById(definition.getActivityId());
	}

	/** Asks by a query: to ask the instance itself is an error once it has ended. */
	private Optional<String> about(String instance) {
		Map<String, String> ids = this.runtime.createVariableInstanceQuery()
			.processInstanceIdIn(instance)
			.variableNameIn(BATCH, CASE)
			.list()
			.stream()
			.collect(Collectors.toMap(VariableInstance::getName, variable -> String.valueOf(variable.getValue()),
					(one, same) -> one));
		return Optional.ofNullable(ids.get(BATCH))
			.map(batchId -> this.batches.get(batchId).title())
			.or(() -> Optional.ofNullable(ids.get(CASE)).map(caseId -> this.cases.get(caseId).park().name()));
	}

}
