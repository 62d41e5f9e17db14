package cn.ecopark.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.expert.Panels;
import cn.ecopark.expert.SettleOpinion;
import cn.ecopark.notice.NoticeFlow;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.rulepack.RulePacks;

/**
 * What service tasks of diagrams and the timers of limits call: each reads ids, makes one
 * call and sets the gateway fact.
 */
@Component
class Delegates {

	private final Map<String, JavaDelegate> serviceTasks;

	private final Map<String, TaskListener> taskListeners;

	Delegates(CaseFlow flow, CaseOutcomes outcomes, ExitFromRegister exit, BatchFlow batches, NoticeFlow notices,
			Supporting supporting) {
		this.serviceTasks = Map.ofEntries(
				Map.entry("assignCaseNumber", execution -> flow.assignNumber(caseId(execution))),
				Map.entry("recordWithdrawal", execution -> batches.strikeOut(caseId(execution), "WITHDRAWN")),
				Map.entry("recordApproval", execution -> outcomes.approveConstruction(caseId(execution))),
				Map.entry("recordNaming", execution -> outcomes.name(caseId(execution))),
				Map.entry("recordExit", execution -> exit.record(caseId(execution))),
				Map.entry("orderRectification", execution -> supporting.orderRectification(execution)),
				Map.entry("gradeRecheck",
						execution -> execution.setVariable("recheckGrade", outcomes.grade(caseId(execution)).code())),
				Map.entry("checkPanel",
						execution -> execution.setVariable("panelResult", supporting.panelResult(execution))),
				Map.entry("settleOpinion",
						execution -> execution.setVariable("conclusionResult", supporting.settleOpinion(execution))),
				Map.entry("tallyBallots",
						execution -> execution.setVariable("ballotsResult", batches.tally(batchId(execution)).name())),
				Map.entry("applyCoordination",
						execution -> execution.setVariable("coordinationResult",
								batches.applyCoordination(batchId(execution)).name())),
				Map.entry("issuePaper", execution -> batches.issuePaper(batchId(execution))),
				Map.entry("sendBatchResults", execution -> batches.sendResults(batchId(execution))),
				Map.entry("publishNotice", execution -> notices.publish(batchId(execution))),
				Map.entry("closeNotice", execution -> notices.close(batchId(execution))),
				Map.entry("settleObjection", execution -> notices.settle(objectionId(execution))),
				Map.entry("deliverBatchResult", execution -> supporting.deliverBatchResult(execution)));
		this.taskListeners = Map.of(LimitTimers.REMINDER, supporting::remind, LimitTimers.OVERDUE,
				supporting::notifyOverdue);
	}

	/** What needs more than one call of one domain module. */
	@Component
	static class Supporting {

		private final Rectifications rectifications;

		private final Panels panels;

		private final RulePacks packs;

		private final BatchDelivery delivery;

		private final LimitNotices notices;

		private final SettleOpinion settleOpinion;

		Supporting(Rectifications rectifications, Panels panels, RulePacks packs, BatchDelivery delivery,
				LimitNotices notices, SettleOpinion settleOpinion) {
			this.rectifications = rectifications;
			this.panels = panels;
			this.packs = packs;
			this.delivery = delivery;
			this.notices = notices;
			this.settleOpinion = settleOpinion;
		}

		void orderRectification(DelegateExecution execution) {
			int usual = this.packs.get(ReleaseId.of(execution.getTenantId())).limit("rectification").days();
			this.rectifications.order(caseId(execution), usual);
		}

		String panelResult(DelegateExecution execution) {
			boolean complete = this.panels.settleInvitations(caseId(execution),
					Definitions.keyOf(execution.getProcessDefinitionId()));
			return complete ? "COMPLETE" : "INCOMPLETE";
		}

		/** The step names the papers that state an opinion which holds. */
		String settleOpinion(DelegateExecution execution) {
			return this.settleOpinion.settle(caseId(execution), Definitions.keyOf(execution.getProcessDefinitionId()),
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

	boolean knows(String name) {
		return this.serviceTasks.containsKey(name) || this.taskListeners.containsKey(name);
	}

	@Nullable Object get(String name) {
		JavaDelegate delegate = this.serviceTasks.get(name);
		return delegate != null ? delegate : this.taskListeners.get(name);
	}

	private static String caseId(DelegateExecution execution) {
		return known(Dossier.verified(execution).caseId(), "case");
	}

	private static String batchId(DelegateExecution execution) {
		return known(Dossier.verified(execution).batchId(), "batch");
	}

	private static String objectionId(DelegateExecution execution) {
		return known(Dossier.verified(execution).objectionId(), "objection");
	}

	private static String known(@Nullable String id, String what) {
		if (id == null) {
			throw new IllegalStateException("A step is used in a flow without a " + what);
		}
		return id;
	}

}
