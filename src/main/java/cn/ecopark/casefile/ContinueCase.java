package cn.ecopark.casefile;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.law.ContinuationRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * 接续办理: a case that was closed, withdrawn or refused by mistake is taken up anew by a new
 * case of its park, which has the documents of the closed one and names it.
 */
@Component
public class ContinueCase {

	private final CaseAccess access;

	private final Cases cases;

	private final Continuations continuations;

	private final OpenCase openCase;

	private final RulePacks packs;

	private final ContinuationRecord record;

	private final ObjectProvider<IssuedDecisions> decisions;

	private final ApplicationEventPublisher events;

	ContinueCase(CaseAccess access, Cases cases, Continuations continuations, OpenCase openCase, RulePacks packs,
			ContinuationRecord record, ObjectProvider<IssuedDecisions> decisions, ApplicationEventPublisher events) {
		this.access = access;
		this.cases = cases;
		this.continuations = continuations;
		this.openCase = openCase;
		this.packs = packs;
		this.record = record;
		this.decisions = decisions;
		this.events = events;
	}

	/**
	 * @return the new case, a draft of the park
	 * @throws NotYourCase when the actor is not of the Office
	 * @throws LegalRefusal when the case is not closed, is decided or continued already,
	 * or was not begun by its park
	 * @throws cn.ecopark.shared.Refusal when no such case of the park can begin today;
	 * see {@link OpeningRules}
	 */
	@Transactional
	public EcoCase continueClosed(String caseId, Reason reason, Actor actor) {
		this.access.read(actor, caseId);
		if (!may(actor)) {
			throw new NotYourCase();
		}
		EcoCase former = this.cases.lock(caseId);
		requireLawful(former);
		EcoCase opened = this.openCase.continueClosed(former);
		this.record.continued(former, opened, reason, actor);
		this.events.publishEvent(new CaseContinued(former, opened, actor));
		return opened;
	}

	/**
	 * @return whether the actor may have the case taken up anew
	 */
	@Transactional(readOnly = true)
	public boolean isOffered(Actor actor, EcoCase ecoCase) {
		return may(actor) && !ecoCase.isOpen() && LegalRefusal.of(() -> requireLawful(ecoCase)).isEmpty();
	}

	private void requireLawful(EcoCase former) {
		RulePack pack = this.packs.get(former.release());
		KindOfCase kind = pack.kindOfCase(former.kind());
		ContinuationRules.onlyWhatIsClosed(former.park().name(), !former.isOpen());
		ContinuationRules.onlyWhatTheParkHasBegun(kind.label().zh(), pack.isBegunByThePark(kind));
		ContinuationRules.onlyWithoutADecision(decidedBy(former.id()));
		ContinuationRules.onlyOnce(this.continuations.laterOf(former.id()).isPresent());
	}

	private @Nullable String decidedBy(String caseId) {
		return this.decisions.stream().flatMap(module -> module.decidedBy(caseId).stream()).findFirst().orElse(null);
	}

	private static boolean may(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

}
