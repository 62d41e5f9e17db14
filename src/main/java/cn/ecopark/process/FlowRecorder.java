package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.expert.PanelOpinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.process.engine.FlowObserver;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.LogFields;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskEnd;
import cn.ecopark.worklist.TaskLife;

/** Keeps work list, trace and case in step with the tokens. */
@Component
class FlowRecorder implements FlowObserver {

	private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

	private final CaseTrace trace;

	private final CaseFlow flow;

	private final RulePacks packs;

	private final TaskLife tasks;

	private final WorkItemFactory factory;

	private final CaseLocks locks;

	private final PanelOpinions panelOpinions;

	private final JobFailures failures;

	FlowRecorder(CaseTrace trace, CaseFlow flow, RulePacks packs, TaskLife tasks, WorkItemFactory factory,
			CaseLocks locks, PanelOpinions panelOpinions, JobFailures failures) {
		this.locks = locks;
		this.trace = trace;
		this.flow = flow;
		this.packs = packs;
		this.tasks = tasks;
		this.factory = factory;
		this.panelOpinions = panelOpinions;
		this.failures = failures;
	}

	@Override
	public void jobBegins(DelegateExecution execution) {
		Dossier dossier = Dossier.of(execution);
		LogFields.put(LogFields.CASE, dossier.caseId());
		LogFields.put(LogFields.BATCH, dossier.batchId());
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
		this.failures.failed(execution, element, fault);
	}

	@Override
	public void jobUnlawful(DelegateExecution execution, LegalRefusal refusal) {
		this.failures.unlawful(execution, refusal);
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
		this.trace.passed(Dossier.of(execution).id(), execution.getProcessInstanceId(), definition, element,
				passage.name());
	}

	private Procedure.@Nullable Kind kind(DelegateExecution execution) {
		Procedure procedure = this.packs.get(ReleaseId.of(execution.getTenantId()))
			.procedures()
			.get(Definitions.keyOf(execution.getProcessDefinitionId()));
		return procedure == null ? null : procedure.kind();
	}

}
