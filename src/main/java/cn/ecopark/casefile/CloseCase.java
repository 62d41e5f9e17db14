package cn.ecopark.casefile;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.CaseProcess.NotWaiting;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.law.EndingRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.RulePacks;

/** 终止: the Office ends a case that cannot go on, for a reason that is kept and told. */
@Component
public class CloseCase {

	private final Cases cases;

	private final CaseAccess access;

	private final CaseProcess process;

	private final CaseFlow flow;

	private final RulePacks packs;

	private final EndingRecord record;

	private final ObjectProvider<IssuedDecisions> decisions;

	private final ApplicationEventPublisher events;

	CloseCase(Cases cases, CaseAccess access, CaseProcess process, CaseFlow flow, EndingRecord record,
			ObjectProvider<IssuedDecisions> decisions, ApplicationEventPublisher events, RulePacks packs) {
		this.packs = packs;
		this.decisions = decisions;
		this.cases = cases;
		this.access = access;
		this.process = process;
		this.flow = flow;
		this.record = record;
		this.events = events;
	}

	/** The case is closed; told in the same transaction, once its flow has ended. */
	public record ClosedByOffice(EcoCase ecoCase, Reason reason, Actor actor) {
	}

	/**
	 * Repeating it changes nothing.
	 * @throws NotYourCase when the actor is not of the Office
	 * @throws NotWaiting when the case has ended otherwise
	 * @throws LegalRefusal when a document that decides on it is issued
	 */
	@Transactional
	public void close(String caseId, Reason reason, Actor actor) {
		this.access.read(actor, caseId);
		EcoCase ecoCase = this.cases.lock(caseId);
		if (!may(actor, ecoCase)) {
			throw new NotYourCase();
		}
		if (!ecoCase.isOpen()) {
			if (this.packs.get(ecoCase.release()).means(ecoCase.result(), Meaning.CLOSED)) {
				return;
			}
			throw new NotWaiting();
		}
		EndingRules.onlyUntilTheDecision(decidedBy(caseId).orElse(null));
		this.record.tell(caseId, "closed-by-office", reason, actor);
		this.process.close(ecoCase);
		this.flow.close(caseId, this.packs.get(ecoCase.release()).outcome(Meaning.CLOSED).code());
		this.events.publishEvent(new ClosedByOffice(ecoCase, reason, actor));
	}

	/**
	 * @return whether the actor may do it to the case as it is now
	 */
	public boolean isOffered(Actor actor, EcoCase ecoCase) {
		return ecoCase.isOpen() && may(actor, ecoCase) && ecoCase.status() == CaseStatus.OPEN
				&& decidedBy(ecoCase.id()).isEmpty();
	}

	private Optional<String> decidedBy(String caseId) {
		return this.decisions.stream().flatMap(module -> module.decidedBy(caseId).stream()).findFirst();
	}

	private static boolean may(Actor actor, EcoCase ecoCase) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

}
