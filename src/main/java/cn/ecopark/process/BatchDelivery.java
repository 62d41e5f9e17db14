package cn.ecopark.process;

import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;
import cn.ecopark.outcome.CaseOutcomes;
import cn.ecopark.process.pack.CaseMessage;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * 送达办理结果: tells one case what became of it in a batch. Each park has a job of its own.
 */
@Component
class BatchDelivery {

	private static final String MESSAGE = CaseMessage.BATCH_RESULT.text();

	private final Cases cases;

	private final Timeline timeline;

	private final RulePacks packs;

	private final ObjectProvider<CaseOutcomes> outcomes;

	BatchDelivery(Cases cases, Timeline timeline, RulePacks packs, ObjectProvider<CaseOutcomes> outcomes) {
		this.packs = packs;
		this.outcomes = outcomes;
		this.cases = cases;
		this.timeline = timeline;
	}

	/**
	 * A case that does not wait for a result any more is skipped, and its timeline says
	 * so.
	 */
	void deliver(DelegateExecution execution) {
		String caseId = Objects.requireNonNull(Dossier.verified(execution).caseId());
		String result = (String) execution.getVariable(CaseMessage.RESULT_FACT);
		EcoCase ecoCase = this.cases.get(caseId);
		var runtime = execution.getProcessEngineServices().getRuntimeService();
		boolean waits = runtime.createExecutionQuery()
			.processInstanceBusinessKey(caseId)
			.messageEventSubscriptionName(MESSAGE)
			.count() > 0;
		if (!waits) {
			this.timeline.happened(caseId, Audience.AUTHORITIES, "casefile.timeline.batch-result-skipped", result);
			return;
		}
		this.timeline.happened(caseId, Audience.PARK, "casefile.timeline.batch-result", result);
		RulePack pack = this.packs.get(ecoCase.release());
		if (pack.means(result, Meaning.ISSUED) && pack.kindOfCase(ecoCase.kind()).isPeriodic()) {
			this.timeline.happened(caseId, Audience.PARK, "casefile.timeline.graded",
					this.outcomes.getObject().grade(caseId).code());
		}
		runtime.createMessageCorrelation(MESSAGE)
			.tenantId(ecoCase.release().toString())
			.processInstanceBusinessKey(caseId)
			.setVariable(CaseMessage.RESULT_FACT, result)
			.correlate();
	}

}
