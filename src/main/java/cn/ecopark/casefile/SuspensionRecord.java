package cn.ecopark.casefile;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/** Writes down that a case stands still or goes on, and why; its park reads it too. */
@Component
class SuspensionRecord {

	private final Audit audit;

	private final Timeline timeline;

	private final Units units;

	private final CaseTime time;

	SuspensionRecord(Audit audit, Timeline timeline, Units units, CaseTime time) {
		this.audit = audit;
		this.timeline = timeline;
		this.units = units;
		this.time = time;
	}

	void suspended(Suspension begun, Actor actor) {
		this.audit.record(Subject.ofCase(begun.caseId()), "case.suspended", Map.of("ground", begun.ground().zh(),
				"reason", begun.reason(), "document", begun.document(), "by", actor.personId()));
		String message = begun.document().isEmpty() ? "casefile.timeline.suspended"
				: "casefile.timeline.suspended.by-document";
		this.timeline.wrote(begun.caseId(), Audience.PARK, message, begun.reason(), actor.name(), unit(actor),
				begun.ground().zh(), begun.document(), begun.ground().en());
	}

	void takenUp(Suspension ended, int days, Reason reason, Actor actor) {
		this.audit.record(Subject.ofCase(ended.caseId()), "case.taken-up", Map.of("reason", reason.text(), "since",
				ended.since().toString(), "days", days, "by", actor.personId()));
		this.timeline.wrote(ended.caseId(), Audience.PARK, "casefile.timeline.taken-up", reason.text(), actor.name(),
				unit(actor), ended.since().toString(), days);
	}

	private String unit(Actor actor) {
		return this.units.nameOn(actor.unitId(), this.time.today());
	}

}
