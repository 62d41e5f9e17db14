package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.expert.Panels;
import cn.ecopark.expert.SettleOpinion;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/** The effects of service tasks that take more than one call of a domain module. */
@Component
class StepEffects {

	private final Rectifications rectifications;

	private final Panels panels;

	private final RulePacks packs;

	private final BatchDelivery delivery;

	private final LimitNotices notices;

	private final SettleOpinion settleOpinion;

	private final Callers callers;

	StepEffects(Rectifications rectifications, Panels panels, RulePacks packs, BatchDelivery delivery,
			LimitNotices notices, SettleOpinion settleOpinion, Callers callers) {
		this.callers = callers;
		this.rectifications = rectifications;
		this.panels = panels;
		this.packs = packs;
		this.delivery = delivery;
		this.notices = notices;
		this.settleOpinion = settleOpinion;
	}

	void orderRectification(DelegateExecution execution) {
		this.rectifications.order(Delegates.caseId(execution), this.packs.get(ReleaseId.of(execution.getTenantId())));
	}

	void strikeOut(DelegateExecution execution, BatchFlow batches) {
		batches.strikeOut(Delegates.caseId(execution),
				this.packs.get(ReleaseId.of(execution.getTenantId())).outcome(Meaning.WITHDRAWN).code());
	}

	String panelResult(DelegateExecution execution) {
		boolean complete = this.panels.settleInvitations(Delegates.caseId(execution), this.callers.stage(execution));
		return complete ? Effect.COMPLETE : Effect.INCOMPLETE;
	}

	/** The step names the documents that state an opinion which holds. */
	String settleOpinion(DelegateExecution execution) {
		return this.settleOpinion.settle(Delegates.caseId(execution), this.callers.stage(execution),
				TaskElements.list(execution, "issues"));
	}

	void deliverBatchResult(DelegateExecution execution) {
		this.delivery.deliver(execution);
	}

	void remind(DelegateTask task) {
		this.notices.remind(task);
	}

	void notifyOverdue(DelegateTask task) {
		this.notices.overdue(task);
	}

}
