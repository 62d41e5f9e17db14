package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/**
 * Lets another unit take part in a case instead of one, and puts it into words; the park
 * is told as well.
 */
@Component
class UnitChangeRecord {

	private final CaseParties parties;

	private final Suspensions suspensions;

	private final Audit audit;

	private final Timeline timeline;

	private final Units units;

	private final CaseTime time;

	UnitChangeRecord(CaseParties parties, Suspensions suspensions, Audit audit, Timeline timeline, Units units,
			CaseTime time) {
		this.parties = parties;
		this.suspensions = suspensions;
		this.audit = audit;
		this.timeline = timeline;
		this.units = units;
		this.time = time;
	}

	/**
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseStandsStill when no limit could begin
	 */
	void requireRunning(String caseId) {
		this.suspensions.requireRunning(caseId);
	}

	void changed(String caseId, ChangeUnit.Changeable former, String to, Reason reason, Actor actor) {
		this.parties.replaceUnit(caseId, former.unitId(), to, this.time.now());
		this.audit.record(Subject.ofCase(caseId), "case.unit-changed", Map.of("role", former.role().code(), "from",
				former.unitId(), "to", to, "reason", reason.text(), "by", actor.personId()));
		this.timeline.wrote(caseId, Audience.PARK, "worklist.timeline.unit-changed", reason.text(), actor.name(),
				name(actor.unitId()), former.role().label(), name(former.unitId()), name(to));
	}

	private String name(String unitId) {
		return this.units.nameOn(unitId, this.time.today());
	}

}
