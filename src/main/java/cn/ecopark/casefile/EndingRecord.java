package cn.ecopark.casefile;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/** Writes down who ended a case, and why. */
@Component
class EndingRecord {

	private final Audit audit;

	private final Timeline timeline;

	private final Units units;

	private final CaseTime time;

	EndingRecord(Audit audit, Timeline timeline, Units units, CaseTime time) {
		this.audit = audit;
		this.timeline = timeline;
		this.units = units;
		this.time = time;
	}

	/**
	 * @param how word that ends the keys of audit and timeline, for instance
	 * {@code withdrawn}
	 */
	void tell(String caseId, String how, Reason reason, Actor actor) {
		this.audit.record(Subject.ofCase(caseId), "case." + how, Map.of("reason", reason.text()));
		this.timeline.wrote(caseId, Audience.PARK, "casefile.timeline." + how, reason.text(), actor.name(),
				this.units.nameOn(actor.unitId(), this.time.today()));
	}

}
