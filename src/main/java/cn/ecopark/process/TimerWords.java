package cn.ecopark.process;

import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.MoveCaseTime.Due;
import cn.ecopark.casefile.Cases;

/** Says of a timer which step of which park or batch it belongs to. */
@Component
class TimerWords {

	private final ManagementService management;

	private final RepositoryService repository;

	private final RuntimeService runtime;

	private final Cases cases;

	private final Batches batches;

	TimerWords(ManagementService management, RepositoryService repository, RuntimeService runtime, Cases cases,
			Batches batches) {
		this.management = management;
		this.repository = repository;
		this.runtime = runtime;
		this.cases = cases;
		this.batches = batches;
	}

	/**
	 * @return empty for a timer of no instance
	 */
	Optional<Due> describe(Job job) {
		if (job.getProcessInstanceId() == null || job.getJobDefinitionId() == null) {
			return Optional.empty();
		}
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		FlowElement element = this.repository.getBpmnModelInstance(job.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return Optional.of(new Due(job.getDuedate().toInstant(), element.getName(), about(job.getProcessInstanceId())));
	}

	private String about(String instance) {
		Object batchId = this.runtime.getVariable(instance, "batchId");
		Object caseId = this.runtime.getVariable(instance, "caseId");
		return batchId != null ? this.batches.get(batchId.toString()).title()
				: caseId != null ? this.cases.get(caseId.toString()).park().name() : "";
	}

}
