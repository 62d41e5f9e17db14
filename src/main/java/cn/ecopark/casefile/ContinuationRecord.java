package cn.ecopark.casefile;

import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/** Writes down in both cases that one goes on with the other, and why. */
@Component
class ContinuationRecord {

	private final Continuations continuations;

	private final Audit audit;

	private final Timeline timeline;

	private final Units units;

	private final CaseTime time;

	ContinuationRecord(Continuations continuations, Audit audit, Timeline timeline, Units units, CaseTime time) {
		this.continuations = continuations;
		this.audit = audit;
		this.timeline = timeline;
		this.units = units;
		this.time = time;
	}

	void continued(EcoCase former, EcoCase opened, Reason reason, Actor actor) {
		this.continuations.add(former.id(), opened.id(), reason, actor, this.time.now());
		String unit = this.units.nameOn(actor.unitId(), this.time.today());
		this.audit.record(Subject.ofCase(former.id()), "case.continued",
				Map.of("by", opened.id(), "reason", reason.text(), "person", actor.personId()));
		this.audit.record(Subject.ofCase(opened.id()), "case.continues",
				Map.of("former", former.id(), "reason", reason.text(), "person", actor.personId()));
		this.timeline.wrote(former.id(), Audience.PARK, "casefile.timeline.continued", reason.text(), actor.name(),
				unit);
		this.timeline.wrote(opened.id(), Audience.PARK, "casefile.timeline.continues", reason.text(), actor.name(),
				unit, Objects.requireNonNullElse(former.number(), former.openedAt().toString().substring(0, 10)));
	}

}
