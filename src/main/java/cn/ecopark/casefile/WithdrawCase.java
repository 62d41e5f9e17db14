package cn.ecopark.casefile;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.CaseProcess.NotWaiting;
import cn.ecopark.casefile.CaseRefusals.NotWithdrawable;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.law.EndingRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * 撤回: the park takes its application back, whatever stage it is in and whatever its
 * diagram provides for. Where the case waits in a batch, it is struck out.
 */
@Component
public class WithdrawCase {

	private final Cases cases;

	private final CaseAccess access;

	private final CaseProcess process;

	private final CaseFlow flow;

	private final EndingRecord record;

	private final RulePacks packs;

	private final ObjectProvider<IssuedDecisions> decisions;

	WithdrawCase(Cases cases, CaseAccess access, CaseProcess process, CaseFlow flow, EndingRecord record,
			RulePacks packs, ObjectProvider<IssuedDecisions> decisions) {
		this.packs = packs;
		this.decisions = decisions;
		this.cases = cases;
		this.access = access;
		this.process = process;
		this.flow = flow;
		this.record = record;
	}

	/**
	 * Repeating it changes nothing.
	 * @throws NotYourCase when the actor is not of the park
	 * @throws NotWithdrawable when the park did not ask for it, as for a recheck
	 * @throws NotWaiting when the case has ended otherwise
	 * @throws LegalRefusal when a document that decides on it is issued
	 */
	@Transactional
	public void withdraw(String caseId, Reason reason, Actor actor) {
		this.access.read(actor, caseId);
		EcoCase ecoCase = this.cases.lock(caseId);
		if (!may(actor, ecoCase)) {
			throw new NotYourCase();
		}
		if (!isBegunByThePark(ecoCase)) {
			throw new NotWithdrawable();
		}
		if (!ecoCase.isOpen()) {
			if (this.packs.get(ecoCase.release()).means(ecoCase.result(), Meaning.WITHDRAWN)) {
				return;
			}
			throw new NotWaiting();
		}
		EndingRules.onlyUntilTheDecision(decidedBy(caseId).orElse(null));
		this.record.tell(caseId, "withdrawn", reason, actor);
		this.process.withdraw(ecoCase);
		this.flow.close(caseId, this.packs.get(ecoCase.release()).outcome(Meaning.WITHDRAWN).code());
	}

	/**
	 * @return whether the actor may do it to the case as it is now
	 */
	public boolean isOffered(Actor actor, EcoCase ecoCase) {
		return ecoCase.isOpen() && may(actor, ecoCase) && isBegunByThePark(ecoCase)
				&& decidedBy(ecoCase.id()).isEmpty();
	}

	private Optional<String> decidedBy(String caseId) {
		return this.decisions.stream().flatMap(module -> module.decidedBy(caseId).stream()).findFirst();
	}

	private boolean isBegunByThePark(EcoCase ecoCase) {
		RulePack pack = this.packs.get(ecoCase.release());
		return pack.isBegunByThePark(pack.kindOfCase(ecoCase.kind()));
	}

	private static boolean may(Actor actor, EcoCase ecoCase) {
		return actor.worksOnCases() && ecoCase.park().unitId().equals(actor.unitId());
	}

}
