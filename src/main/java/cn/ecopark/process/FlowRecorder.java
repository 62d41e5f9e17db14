package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.expert.PanelOpinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.process.engine.FlowObserver;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.StepFailed;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskEnd;
import cn.ecopark.worklist.TaskLife;
import cn.ecopark.worklist.UnlawfulSteps;

/** Keeps work list, trace and case in step with the tokens. */
@Component
class FlowRecorder implements FlowObserver {

	private static final Logger LOG = LoggerFactory.getLogger(FlowRecorder.class);

	private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

	private final CaseTrace trace;

	private final CaseTime time;

	private final CaseFlow flow;

	private final RulePacks packs;

	private final TaskLife tasks;

	private final WorkItemFactory factory;

	private final CaseLocks locks;

	private final PanelOpinions panelOpinions;

	private final UnlawfulSteps unlawful;

	private final ApplicationEventPublisher events;

	FlowRecorder(CaseTrace trace, CaseTime time, CaseFlow flow, RulePacks packs, TaskLife tasks,
			WorkItemFactory factory, CaseLocks locks, PanelOpinions panelOpinions, UnlawfulSteps unlawful,
			ApplicationEventPublisher events) {
		this.unlawful = unlawful;
		this.locks = locks;
		this.trace = trace;
		this.time = time;
		this.flow = flow;
		this.packs = packs;
		this.tasks = tasks;
		this.factory = factory;
		this.panelOpinions = panelOpinions;
		this.events = events;
	}

	@Override
	public void jobBegins(DelegateExecution execution) {
		Dossier dossier = Dossier.of(execution);
		this.locks.lockDossier(dossier.caseId(), dossier.id());
	}

	@Override
	public void instanceStarted(DelegateExecution execution) {
		Dossier dossier = Dossier.of(execution);
		String caseId = dossier.ownCaseId();
		if (caseId != null && kind(execution) == Procedure.Kind.STAGE) {
			this.flow.enteredStage(caseId, Definitions.keyOf(execution.getProcessDefinitionId()));
		}
	}

	@Override
	public void instanceEnded(DelegateExecution execution) {
		Dossier dossier = Dossier.of(execution);
		String caseId = dossier.ownCaseId();
		Object result = execution.getVariable("stageResult");
		if (caseId != null && result != null && kind(execution) == Procedure.Kind.CASE) {
			this.flow.close(caseId, result.toString());
		}
	}

	@Override
	public void taskCreated(DelegateTask task, TaskDescription description, @Nullable String limitKey) {
		Dossier dossier = Dossier.verified(task.getExecution());
		String caseId = dossier.ownCaseId();
		if (caseId != null && description.batch() != null) {
			this.flow.enteredStage(caseId, description.batch());
		}
		this.tasks.opened(this.factory.item(task, dossier, description, limitKey));
	}

	@Override
	public void taskEnded(DelegateTask task, TaskEnd end) {
		this.tasks.ended(task.getId(), end);
	}

	@Override
	public void jobFailed(DelegateExecution execution, String element, @Nullable String fault) {
		Dossier dossier = Dossier.of(execution);
		String definition = execution.getProcessDefinitionId();
		if (!this.factory.knows(dossier)) {
			LOG.error("{} of {} has failed for good, and is about no dossier: {}", element, definition, fault);
			return;
		}
		this.events.publishEvent(new StepFailed(
				new StepRun.About(dossier.id(), dossier.caseId(), dossier.batchId(), dossier.objectionId()),
				new StepRun.Step(ReleaseId.of(execution.getTenantId()), Definitions.keyOf(definition), element,
						nameOf(execution, element)),
				fault == null ? "" : fault, this.time.now()));
	}

	@Override
	public void jobUnlawful(DelegateExecution execution, LegalRefusal refusal) {
		Dossier dossier = Dossier.of(execution);
		if (this.factory.knows(dossier)) {
			String element = String.valueOf(execution.getCurrentActivityId());
			this.unlawful.note(dossier.caseId(), dossier.id(), nameOf(execution, element), refusal);
		}
	}

	@Override
	public void resultReached(DelegateExecution execution, String result) {
		String caseId = Dossier.of(execution).ownCaseId();
		if (caseId != null && kind(execution) == Procedure.Kind.STAGE) {
			this.panelOpinions.requireOpinionFor(caseId, Definitions.keyOf(execution.getProcessDefinitionId()), result);
		}
		((ExecutionEntity) execution).getProcessInstance().setVariable("stageResult", result);
	}

	@Override
	public void passed(DelegateExecution execution, Passage passage) {
		String element = passage == Passage.TAKEN ? execution.getCurrentTransitionId()
				: execution.getCurrentActivityId();
		if (element == null || element.endsWith(MULTI_INSTANCE_BODY)) {
			return;
		}
		String definition = execution.getProcessDefinitionId();
		this.trace.passed(Dossier.of(execution).id(), new CaseTrace.Passage(execution.getProcessInstanceId(),
				definition, Definitions.keyOf(definition), element, passage.name(), this.time.now()));
	}

	private static String nameOf(DelegateExecution execution, String element) {
		FlowElement found = execution.getBpmnModelInstance().getModelElementById(element);
		return found == null || found.getName() == null ? element : found.getName();
	}

	private Procedure.@Nullable Kind kind(DelegateExecution execution) {
		Procedure procedure = this.packs.get(ReleaseId.of(execution.getTenantId()))
			.procedures()
			.get(Definitions.keyOf(execution.getProcessDefinitionId()));
		return procedure == null ? null : procedure.kind();
	}

}
