package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.Units;

/** Puts into words what passes from a unit that is no more to another one. */
@Component
class UnitSuccessionRecord {

	/** As the record names what ended the step of the unit. */
	static final String MERGED = "机构撤并";

	private final Audit audit;

	private final Timeline timeline;

	private final Cases cases;

	private final Units units;

	private final CaseTime time;

	UnitSuccessionRecord(Audit audit, Timeline timeline, Cases cases, Units units, CaseTime time) {
		this.audit = audit;
		this.timeline = timeline;
		this.cases = cases;
		this.units = units;
		this.time = time;
	}

	void succeeded(String caseId, UnitEnd end, String heir) {
		this.audit.record(Subject.ofCase(caseId), "case.unit-succeeded",
				Map.of("from", end.unitId(), "to", heir, "on", end.on().toString(), "reference", end.reference()));
		this.timeline.happened(caseId, Audience.PARK, "worklist.timeline.unit-succeeded", former(end), name(heir),
				end.on().toString(), end.reference());
	}

	void succeeded(WorkItem item, UnitEnd end, String heir) {
		this.audit.record(item.subject().chain(), "task.succeeded", Map.of("item", item.id(), "task",
				item.task().taskKey(), "from", end.unitId(), "to", heir, "reference", end.reference()));
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.timeline.happened(caseId, this.cases.audienceOf(caseId, end.unitId()),
					"worklist.timeline.step-succeeded", former(end), item.task().name(), name(heir));
		}
	}

	private String former(UnitEnd end) {
		return this.units.nameOn(end.unitId(), end.on().minusDays(1));
	}

	private String name(String unitId) {
		return this.units.nameOn(unitId, this.time.today());
	}

}
