package cn.ecopark.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds the timers of tasks and events. */
final class TimeoutJobs {

	private TimeoutJobs() {
	}

	/**
	 * @return the timer of a task's timeout listener
	 */
	static Job of(ProcessEngine engine, Task task, String listenerId) {
		var timers = engine.getManagementService()
			.createJobQuery()
			.timers()
			.executionId(task.getExecutionId())
			.list()
			.stream()
			.filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().endsWith("~" + listenerId))
			.toList();
		assertThat(timers).as("%s of %s", listenerId, task.getName()).hasSize(1);
		return timers.get(0);
	}

	/**
	 * @return the name of the date the drawn timer waits for
	 */
	static String dateOf(ProcessEngine engine, Job timer) {
		CatchEvent event = engine.getRepositoryService()
			.getBpmnModelInstance(timer.getProcessDefinitionId())
			.getModelElementById(engine.getManagementService()
				.createJobDefinitionQuery()
				.jobDefinitionId(timer.getJobDefinitionId())
				.singleResult()
				.getActivityId());
		TimerEventDefinition timing = (TimerEventDefinition) event.getEventDefinitions().iterator().next();
		return timing.getTimeDate().getTextContent().replaceAll("[${}]", "");
	}

}
