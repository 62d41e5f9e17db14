package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseTakenUp;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Timeline;

/** Puts into words that limits and last days are later because the case stood still. */
@Component
class TakenUpRecord {

	/** Why a last day is another one, as its holder reads it. */
	private static final String WHY = "中止期间不计入，最后期限顺延";

	private final Audit audit;

	private final Timeline timeline;

	private final Cases cases;

	private final Urgings urgings;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	TakenUpRecord(Audit audit, Timeline timeline, Cases cases, Urgings urgings, WorkingDays workingDays, CaseTime time,
			ApplicationEventPublisher events) {
		this.audit = audit;
		this.timeline = timeline;
		this.cases = cases;
		this.urgings = urgings;
		this.workingDays = workingDays;
		this.time = time;
		this.events = events;
	}

	void limit(WorkItem item, LocalDate former, LocalDate lastDay) {
		this.audit.record(item.subject().chain(), "task.limit-went-on", Map.of("item", item.id(), "task",
				item.task().taskKey(), "from", former.toString(), "to", lastDay.toString()));
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.timeline.happened(caseId, this.cases.audienceOf(caseId, item.holder().unitId()),
					"worklist.timeline.limit-went-on", item.task().name(), former.toString(), lastDay.toString());
		}
	}

	/** A last day that was set and was not over when the case stopped moves likewise. */
	void lastDay(WorkItem item, CaseTakenUp taken) {
		LocalDate set = this.urgings.of(item.id()).lastDay();
		if (set == null || set.isBefore(taken.suspension().since()) || taken.days() == 0) {
			return;
		}
		LocalDate later = this.workingDays.plus(set, taken.days());
		Urging urging = new Urging(item.id(), Urging.Act.LAST_DAY, WHY, later, taken.by().personId(), this.time.now());
		this.urgings.add(item, urging);
		this.events.publishEvent(new LastDaySet(item.subject(), item.task(), item.holder(), urging, later, taken.by()));
	}

}
