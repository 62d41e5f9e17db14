package cn.ecopark.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.expert.Panels;
import cn.ecopark.expert.SettleOpinion;
import cn.ecopark.notice.NoticeFlow;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * What service tasks of diagrams and the timers of limits call: each reads ids, makes one
 * call and sets the gateway fact.
 */
@Component
class Delegates {

	private final Map<Effect, JavaDelegate> effects;

	private final Map<String, TaskListener> taskListeners;

	Delegates(CaseFlow flow, CaseOutcomes outcomes, ExitFromRegister exit, BatchFlow batches, NoticeFlow notices,
			Supporting supporting) {
		this.effects = Map.ofEntries(
				Map.entry(Effect.ASSIGN_CASE_NUMBER, execution -> flow.assignNumber(caseId(execution))),
				Map.entry(Effect.RECORD_WITHDRAWAL, execution -> supporting.strikeOut(execution, batches)),
				Map.entry(Effect.RECORD_APPROVAL, execution -> outcomes.approveConstruction(caseId(execution))),
				Map.entry(Effect.RECORD_NAMING, execution -> outcomes.name(caseId(execution))),
				Map.entry(Effect.RECORD_EXIT, execution -> exit.record(caseId(execution))),
				Map.entry(Effect.ORDER_RECTIFICATION, execution -> supporting.orderRectification(execution)),
				Map.entry(Effect.GRADE_RECHECK,
						execution -> fact(execution, Effect.GRADE_RECHECK, outcomes.grade(caseId(execution)).code())),
				Map.entry(Effect.CHECK_PANEL,
						execution -> fact(execution, Effect.CHECK_PANEL, supporting.panelResult(execution))),
				Map.entry(Effect.SETTLE_OPINION,
						execution -> fact(execution, Effect.SETTLE_OPINION, supporting.settleOpinion(execution))),
				Map.entry(Effect.TALLY_BALLOTS,
						execution -> fact(execution, Effect.TALLY_BALLOTS, batches.tally(batchId(execution)).name())),
				Map.entry(Effect.APPLY_COORDINATION,
						execution -> fact(execution, Effect.APPLY_COORDINATION,
								batches.applyCoordination(batchId(execution)).name())),
				Map.entry(Effect.ISSUE_PAPER, execution -> batches.issuePaper(batchId(execution))),
				Map.entry(Effect.SEND_BATCH_RESULTS, execution -> batches.sendResults(batchId(execution))),
				Map.entry(Effect.PUBLISH_NOTICE, execution -> notices.publish(batchId(execution))),
				Map.entry(Effect.CLOSE_NOTICE, execution -> notices.close(batchId(execution))),
				Map.entry(Effect.SETTLE_OBJECTION, execution -> notices.settle(objectionId(execution))),
				Map.entry(Effect.DELIVER_BATCH_RESULT, execution -> supporting.deliverBatchResult(execution)));
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

		private final Callers callers;

		Supporting(Rectifications rectifications, Panels panels, RulePacks packs, BatchDelivery delivery,
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
			this.rectifications.order(caseId(execution), this.packs.get(ReleaseId.of(execution.getTenantId())));
		}

		void strikeOut(DelegateExecution execution, BatchFlow batches) {
			batches.strikeOut(caseId(execution),
					this.packs.get(ReleaseId.of(execution.getTenantId())).outcome(Meaning.WITHDRAWN).code());
		}

		String panelResult(DelegateExecution execution) {
			boolean complete = this.panels.settleInvitations(caseId(execution), this.callers.stage(execution));
			return complete ? Effect.COMPLETE : Effect.INCOMPLETE;
		}

		/** The step names the papers that state an opinion which holds. */
		String settleOpinion(DelegateExecution execution) {
			return this.settleOpinion.settle(caseId(execution), this.callers.stage(execution),
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

	@Nullable Object get(String name) {
		Effect effect = Effect.named(name).orElse(null);
		return effect == null ? this.taskListeners.get(name) : this.effects.get(effect);
	}

	private static void fact(DelegateExecution execution, Effect effect, String value) {
		execution.setVariable(effect.fact().orElseThrow(), value);
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
