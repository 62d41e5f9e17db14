package cn.ecopark.process;

import io.micrometer.core.instrument.Metrics;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.StepFailed;
import cn.ecopark.worklist.UnlawfulSteps;

/**
 * What the engine could not do: seen by the Office at the case, and by whoever runs the
 * system in the log.
 */
@Component
class JobFailures {

	private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

	/** Counts by process. */
	private static final String FAILED = "ecopark.engine.failed";

	private final WorkItemSubjects subjects;

	private final UnlawfulSteps unlawful;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	JobFailures(WorkItemSubjects subjects, UnlawfulSteps unlawful, CaseTime time, ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.unlawful = unlawful;
		this.time = time;
		this.events = events;
	}

	/** A job has failed for good. */
	void failed(DelegateExecution execution, String element, @Nullable String fault) {
		Dossier dossier = Dossier.of(execution);
		String definition = execution.getProcessDefinitionId();
		Metrics.counter(FAILED, "process", Definitions.keyOf(definition)).increment();
		if (!this.subjects.knows(dossier)) {
			LOG.error("{} of {} has failed for good, and is about no dossier", element, definition);
			return;
		}
		LOG.error("{} of {} has failed for good: case {}, batch {}, objection {}", element, definition,
				dossier.caseId(), dossier.batchId(), dossier.objectionId());
		this.events.publishEvent(new StepFailed(
				new StepRun.About(dossier.id(), dossier.caseId(), dossier.batchId(), dossier.objectionId()),
				new StepRun.Step(ReleaseId.of(execution.getTenantId()), Definitions.keyOf(definition), element,
						nameOf(execution, element)),
				fault == null ? "" : fault, this.time.now()));
	}

	/** The law refuses what the drawing asks for. */
	void unlawful(DelegateExecution execution, LegalRefusal refusal) {
		Dossier dossier = Dossier.of(execution);
		if (this.subjects.knows(dossier)) {
			String element = String.valueOf(execution.getCurrentActivityId());
			this.unlawful.note(dossier.caseId(), dossier.id(), nameOf(execution, element), refusal);
		}
	}

	private static String nameOf(DelegateExecution execution, String element) {
		FlowElement found = execution.getBpmnModelInstance().getModelElementById(element);
		return found == null || found.getName() == null ? element : found.getName();
	}

}
