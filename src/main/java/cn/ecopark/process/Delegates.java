package cn.ecopark.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.notice.NoticeFlow;
import cn.ecopark.outcome.CaseOutcomes;
import cn.ecopark.outcome.ExitFromRegister;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.pack.Effect;

/**
 * What service tasks of diagrams and the timers of limits call: each reads ids, makes one
 * call and sets the gateway fact.
 */
@Component
class Delegates {

	private final Map<Effect, JavaDelegate> effects;

	private final Map<String, TaskListener> taskListeners;

	Delegates(CaseFlow flow, CaseOutcomes outcomes, ExitFromRegister exit, BatchFlow batches, NoticeFlow notices,
			StepEffects steps) {
		this.effects = Map.ofEntries(
				Map.entry(Effect.ASSIGN_CASE_NUMBER, execution -> flow.assignNumber(caseId(execution))),
				Map.entry(Effect.RECORD_WITHDRAWAL, execution -> steps.strikeOut(execution, batches)),
				Map.entry(Effect.RECORD_APPROVAL, execution -> outcomes.approveConstruction(caseId(execution))),
				Map.entry(Effect.RECORD_REVISED_PLAN, execution -> outcomes.revisePlan(caseId(execution))),
				Map.entry(Effect.RECORD_NAMING, execution -> outcomes.name(caseId(execution))),
				Map.entry(Effect.RECORD_EXIT, execution -> exit.record(caseId(execution))),
				Map.entry(Effect.ORDER_RECTIFICATION, execution -> steps.orderRectification(execution)),
				Map.entry(Effect.GRADE_RECHECK,
						execution -> fact(execution, Effect.GRADE_RECHECK, outcomes.grade(caseId(execution)).code())),
				Map.entry(Effect.CHECK_PANEL,
						execution -> fact(execution, Effect.CHECK_PANEL, steps.panelResult(execution))),
				Map.entry(Effect.SETTLE_OPINION,
						execution -> fact(execution, Effect.SETTLE_OPINION, steps.settleOpinion(execution))),
				Map.entry(Effect.TALLY_BALLOTS,
						execution -> fact(execution, Effect.TALLY_BALLOTS, batches.tally(batchId(execution)).name())),
				Map.entry(Effect.APPLY_COORDINATION,
						execution -> fact(execution, Effect.APPLY_COORDINATION,
								batches.applyCoordination(batchId(execution)).name())),
				Map.entry(Effect.ISSUE_PAPER, execution -> batches.issueDocument(batchId(execution))),
				Map.entry(Effect.SEND_BATCH_RESULTS, execution -> batches.sendResults(batchId(execution))),
				Map.entry(Effect.PUBLISH_NOTICE, execution -> notices.publish(batchId(execution))),
				Map.entry(Effect.CLOSE_NOTICE, execution -> notices.close(batchId(execution))),
				Map.entry(Effect.SETTLE_OBJECTION, execution -> notices.settle(objectionId(execution))),
				Map.entry(Effect.DELIVER_BATCH_RESULT, execution -> steps.deliverBatchResult(execution)));
		this.taskListeners = Map.of(LimitTimers.REMINDER, steps::remind, LimitTimers.OVERDUE, steps::notifyOverdue);
	}

	@Nullable Object get(String name) {
		Effect effect = Effect.named(name).orElse(null);
		return effect == null ? this.taskListeners.get(name) : this.effects.get(effect);
	}

	private static void fact(DelegateExecution execution, Effect effect, String value) {
		execution.setVariable(effect.fact().orElseThrow(), value);
	}

	static String caseId(DelegateExecution execution) {
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
