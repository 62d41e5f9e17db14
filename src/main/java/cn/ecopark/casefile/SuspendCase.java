package cn.ecopark.casefile;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseRefusals.DocumentNameTooLong;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.law.EndingRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SuspensionRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;

/**
 * 中止、恢复办理: the Office lets a case stand still for a ground, and takes it up again. As
 * long as it stands still none of its steps is done, and no limit of it runs.
 */
@Component
public class SuspendCase {

	/** Characters of number and title of a document. */
	private static final int LONGEST_NAME = 200;

	private final CaseAccess access;

	private final Cases cases;

	private final Suspensions suspensions;

	private final SuspensionRecord record;

	private final ObjectProvider<IssuedDecisions> decisions;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	SuspendCase(CaseAccess access, Cases cases, Suspensions suspensions, SuspensionRecord record,
			ObjectProvider<IssuedDecisions> decisions, WorkingDays workingDays, CaseTime time,
			ApplicationEventPublisher events) {
		this.access = access;
		this.cases = cases;
		this.suspensions = suspensions;
		this.record = record;
		this.decisions = decisions;
		this.workingDays = workingDays;
		this.time = time;
		this.events = events;
	}

	/**
	 * @param ground code of the ground
	 * @param document that it rests on; empty where there is none
	 * @throws NotYourCase when the actor is not of the Office
	 * @throws LegalRefusal when the case is not under way, stands still already, or is
	 * decided, or there is no such ground
	 */
	@Transactional
	public void suspend(String caseId, @Nullable String ground, Reason reason, String document, Actor actor) {
		EcoCase ecoCase = lock(caseId, actor);
		SuspensionRules.onlyACaseUnderWayIsSuspended(ecoCase.park().name(), ecoCase.status() == CaseStatus.OPEN);
		SuspensionRules.onlyOneSuspensionAtATime(this.suspensions.since(caseId));
		EndingRules.onlyUntilTheDecision(decidedBy(caseId));
		Optional<SuspensionGround> known = SuspensionGround.on(this.time.today())
			.stream()
			.filter(one -> one.code().equals(ground))
			.findFirst();
		SuspensionRules.onlyForAKnownGround(known.isPresent());
		String basis = document.strip();
		if (basis.length() > LONGEST_NAME) {
			throw new DocumentNameTooLong(LONGEST_NAME);
		}
		Suspension begun = this.suspensions.begin(caseId, known.orElseThrow(), reason, basis, actor);
		this.record.suspended(begun, actor);
		this.events.publishEvent(new CaseSuspended(begun));
	}

	/**
	 * @throws NotYourCase when the actor is not of the Office
	 * @throws LegalRefusal when the case does not stand still
	 */
	@Transactional
	public void takeUp(String caseId, Reason reason, Actor actor) {
		lock(caseId, actor);
		SuspensionRules.onlyASuspendedCaseIsTakenUp(this.suspensions.since(caseId));
		Suspension ended = this.suspensions.now(caseId).orElseThrow();
		LocalDate today = this.time.today();
		this.workingDays.hold();
		int days = this.workingDays.between(ended.since(), today);
		this.suspensions.end(caseId, reason.text(), actor.personId());
		this.record.takenUp(ended, days, reason, actor);
		this.events.publishEvent(new CaseTakenUp(ended, days, actor));
	}

	/**
	 * @return whether the actor may let the case stand still now
	 */
	@Transactional(readOnly = true)
	public boolean isOffered(Actor actor, EcoCase ecoCase) {
		return may(actor) && ecoCase.status() == CaseStatus.OPEN && this.suspensions.now(ecoCase.id()).isEmpty()
				&& decidedBy(ecoCase.id()) == null;
	}

	/**
	 * @return whether the actor may take the case up now
	 */
	@Transactional(readOnly = true)
	public boolean isTakingUpOffered(Actor actor, EcoCase ecoCase) {
		return may(actor) && this.suspensions.now(ecoCase.id()).isPresent();
	}

	/** What has ended does not stand still. */
	@EventListener
	void on(CaseClosed closed) {
		this.suspensions.end(closed.caseId(), "案件办结", null);
	}

	private EcoCase lock(String caseId, Actor actor) {
		this.access.read(actor, caseId);
		if (!may(actor)) {
			throw new NotYourCase();
		}
		return this.cases.lock(caseId);
	}

	private @Nullable String decidedBy(String caseId) {
		return this.decisions.stream().flatMap(module -> module.decidedBy(caseId).stream()).findFirst().orElse(null);
	}

	private static boolean may(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

}
