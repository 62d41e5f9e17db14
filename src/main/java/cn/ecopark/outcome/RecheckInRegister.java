package cn.ecopark.outcome;

import java.util.Map;
import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.JointDecision;
import cn.ecopark.casefile.CaseClosed;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.IssueRules;
import cn.ecopark.law.NextRecheckIsCounted;
import cn.ecopark.organisation.Audience;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.park.RecheckResult;
import cn.ecopark.rulepack.KindOfCase.Periodic;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * Enters what a recheck came to when it ends, whatever its diagram does: the register
 * then knows grade, circular and the date of the next one.
 */
@Component
class RecheckInRegister {

	private final Cases cases;

	private final BatchFlow batches;

	private final CaseOutcomes outcomes;

	private final RulePacks packs;

	private final Parks parks;

	private final Audit audit;

	private final Timeline timeline;

	RecheckInRegister(Cases cases, BatchFlow batches, CaseOutcomes outcomes, RulePacks packs, Parks parks, Audit audit,
			Timeline timeline) {
		this.cases = cases;
		this.batches = batches;
		this.outcomes = outcomes;
		this.packs = packs;
		this.parks = parks;
		this.audit = audit;
		this.timeline = timeline;
	}

	/** Before another procedure is opened on the end of this one. */
	@EventListener
	@Order(0)
	void on(CaseClosed closed) {
		EcoCase ended = this.cases.get(closed.caseId());
		Periodic recheck = this.packs.get(ended.release()).kindOfCase(ended.kind()).periodic();
		if (recheck != null && !recheck.brokenOffBy().contains(closed.result())) {
			enter(ended, closed.result(), IssueRules.effectNeedsItsDocument(ended.park().name(),
					this.batches.documentOf(ended.id(), recheck.decision())));
		}
	}

	private void enter(EcoCase ended, String result, JointDecision circular) {
		RulePack pack = this.packs.get(ended.release());
		String grade = this.outcomes.grade(ended.id()).code();
		Park park = this.parks.get(ended.park().id());
		RecheckResult recheck = new RecheckResult(pack.release(), grade, result,
				pack.outcome(grade).tone() != OutcomeKind.Tone.NEGATIVE,
				NextRecheckIsCounted.valueOf(pack.setting("recheckCountedFrom").value())
					.after(park.recheckDueOn(), circular.issuedOn(), pack.setting("recheckEveryYears").number()));
		String standard = ended.standard();
		this.parks.recordRecheck(park.id(), circular.issuedOn(), circular.number(),
				Objects.equals(standard, park.standard()) ? null : standard, recheck);
		this.audit.record(Subject.ofCase(ended.id()), "park.rechecked", Map.of("grade", grade, "passed",
				recheck.passed(), "number", circular.number(), "nextDueOn", recheck.nextDueOn().toString()));
		this.timeline.happened(ended.id(), Audience.PARK, "casefile.timeline.in-register", grade,
				recheck.nextDueOn().toString());
	}

}
