package cn.ecopark.casefile;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.RulePacks;

/**
 * What the flow does to a case: each call is one fact, in the transaction that moves the
 * token.
 */
@Component
@Transactional
public class CaseFlow {

	private final Cases cases;

	private final CaseTime time;

	private final Audit audit;

	private final Timeline timeline;

	private final StageHistory stages;

	private final ApplicationEventPublisher events;

	private final RulePacks packs;

	CaseFlow(Cases cases, CaseTime time, Audit audit, Timeline timeline, StageHistory stages,
			ApplicationEventPublisher events, RulePacks packs) {
		this.cases = cases;
		this.time = time;
		this.audit = audit;
		this.timeline = timeline;
		this.stages = stages;
		this.events = events;
		this.packs = packs;
	}

	/** Locks the case until the transaction ends. */
	public void lock(String caseId) {
		this.cases.lock(caseId);
	}

	/** The case is there, and its token is about to move. */
	void opened(EcoCase opened) {
		this.events.publishEvent(new CaseOpened(opened.id(), opened.kind(), opened.park().id()));
	}

	/** The token has come into another stage. */
	public void enteredStage(String caseId, String stage) {
		EcoCase found = this.cases.lock(caseId);
		if (found.isOpen() && !stage.equals(found.stage())) {
			this.cases.save(with(found, found.status(), stage, found.number(), found.result(), found.submittedAt(),
					found.admittedAt(), null));
			this.stages.entered(caseId, stage, this.time.now());
			this.events.publishEvent(new StageEntered(caseId, stage));
		}
	}

	/** The park has handed in: from now on the authorities see the case. */
	public void submitted(String caseId) {
		EcoCase found = this.cases.lock(caseId);
		if (found.status() == CaseStatus.DRAFT) {
			this.cases.save(with(found, CaseStatus.OPEN, found.stage(), found.number(), null, this.time.now(),
					found.admittedAt(), null));
			this.events.publishEvent(new CaseSubmitted(caseId));
		}
	}

	/**
	 * The park has taken back what it said then: where that brought the case before the
	 * authorities, it is the park's draft again.
	 */
	public void takenBack(String caseId, Instant said) {
		EcoCase found = this.cases.lock(caseId);
		if (found.cameInWith(said)) {
			this.cases.save(
					with(found, CaseStatus.DRAFT, found.stage(), found.number(), null, null, found.admittedAt(), null));
		}
	}

	/** Gives the case its number at admission; a case that has one keeps it. */
	public void assignNumber(String caseId) {
		EcoCase found = this.cases.lock(caseId);
		if (found.number() != null) {
			return;
		}
		int year = this.time.today().getYear();
		String mark = markOf(found);
		String number = "%d-%s-%04d".formatted(year, mark, this.cases.nextNumber(year, mark));
		this.cases
			.save(with(found, found.status(), found.stage(), number, null, found.submittedAt(), this.time.now(), null));
		this.audit.record(Subject.ofCase(caseId), "case.numbered", Map.of("number", number));
		this.timeline.happened(caseId, Audience.PARK, "casefile.timeline.numbered", number);
		this.events.publishEvent(new CaseNumbered(caseId, number));
	}

	/** Ends the case. */
	public void close(String caseId, String result) {
		EcoCase found = this.cases.lock(caseId);
		if (!found.isOpen()) {
			return;
		}
		this.cases.save(with(found, CaseStatus.CLOSED, found.stage(), found.number(), result, found.submittedAt(),
				found.admittedAt(), this.time.now()));
		this.audit.record(Subject.ofCase(caseId), "case.closed", Map.of("result", result));
		this.timeline.happened(caseId, Audience.PARK, "casefile.timeline.closed", result);
		this.events.publishEvent(new CaseClosed(caseId, result));
	}

	/** Fixes the standard the park will be judged by. */
	public void fixStandard(String caseId, String standard) {
		EcoCase found = this.cases.lock(caseId);
		EcoCase fixed = new EcoCase(found.id(), found.kind(), found.release(), found.park(), standard, found.number(),
				found.status(), found.stage(), found.result(), found.openedAt(), found.submittedAt(),
				found.admittedAt(), found.closedAt(), found.version());
		this.cases.save(fixed);
	}

	private static EcoCase with(EcoCase found, CaseStatus status, @Nullable String stage, @Nullable String number,
			@Nullable String result, @Nullable Instant submittedAt, @Nullable Instant admittedAt,
			@Nullable Instant closedAt) {
		return new EcoCase(found.id(), found.kind(), found.release(), found.park(), found.standard(), number, status,
				stage, result, found.openedAt(), submittedAt, admittedAt, closedAt, found.version());
	}

	private String markOf(EcoCase ecoCase) {
		return this.packs.get(ecoCase.release()).kindOfCase(ecoCase.kind()).numbering().mark();
	}

}
