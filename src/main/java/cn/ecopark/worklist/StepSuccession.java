package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePacks;

/** Passes one open task on to the unit that takes the holder's place. */
@Component
class StepSuccession {

	/** As the record names what ended the step of the first unit. */
	private static final String HANDED_OVER = "改由其他单位承办";

	private final Urgings urgings;

	private final WorkItemHolders holders;

	private final StepRuns runs;

	private final RulePacks packs;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final ApplicationEventPublisher events;

	StepSuccession(Urgings urgings, WorkItemHolders holders, StepRuns runs, RulePacks packs, CaseTime time,
			WorkingDays workingDays, ApplicationEventPublisher events) {
		this.urgings = urgings;
		this.holders = holders;
		this.runs = runs;
		this.packs = packs;
		this.time = time;
		this.workingDays = workingDays;
		this.events = events;
	}

	/** The successor has the whole limit, and the record says why the task moved. */
	void passOn(WorkItem item, String unitId, Reason reason, Actor actor, Instant now) {
		LocalDate due = limit(item);
		Urging urging = new Urging(item.id(), Urging.Act.HANDED_OVER, reason.text(), null, actor.personId(), now);
		this.urgings.add(item, urging);
		this.holders.handOverToUnit(item, unitId, due);
		this.runs.passedOn(item.id(), item.dueOn(), new StepRuns.Ending(StepEnd.LAPSED, HANDED_OVER, null, null, now),
				StepRuns.Heir.unit(unitId), due);
		this.events.publishEvent(new StepHandedOver(item.subject(), item.task(), item.holder(), urging, unitId, actor));
	}

	private @Nullable LocalDate limit(WorkItem item) {
		String key = item.limitKey();
		return key == null ? null
				: this.workingDays.lastDay(this.time.today(), this.packs.get(item.task().release()).limit(key).term());
	}

}
