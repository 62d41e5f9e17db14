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

/** Passes what is open on to the unit that takes the holder's place. */
@Component
class StepSuccession {

	private final Urgings urgings;

	private final WorkItemHolders holders;

	private final StepRuns runs;

	private final RulePacks packs;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final StepTimers timers;

	private final ApplicationEventPublisher events;

	StepSuccession(Urgings urgings, WorkItemHolders holders, StepRuns runs, RulePacks packs, CaseTime time,
			WorkingDays workingDays, StepTimers timers, ApplicationEventPublisher events) {
		this.urgings = urgings;
		this.holders = holders;
		this.runs = runs;
		this.packs = packs;
		this.time = time;
		this.workingDays = workingDays;
		this.timers = timers;
		this.events = events;
	}

	/**
	 * The successor has the whole limit, and the record says why the task moved.
	 * @param end how the step of the first unit ended
	 * @param by what the record says it came about by
	 */
	void passOn(WorkItem item, String unitId, StepEnd end, String by, Reason reason, Actor actor) {
		Instant now = this.time.now();
		LocalDate today = this.time.today();
		LocalDate due = limit(item);
		Urging urging = new Urging(item.id(), Urging.Act.HANDED_OVER, reason.text(), null, actor.personId(), now);
		this.urgings.add(item, urging);
		this.holders.handOverToUnit(item, unitId, due);
		this.runs.passedOn(item.id(), item.dueOn(), new StepRuns.Ending(end, by, null, null, now),
				StepRuns.Heir.unit(unitId), due);
		if (due != null) {
			this.timers.move(item, today, due);
		}
		this.events.publishEvent(new StepHandedOver(item.subject(), item.task(), item.holder(), urging, unitId, actor));
	}

	/**
	 * The unit in the place of one that is no more has the task as it is, with what is
	 * left of its limit.
	 * @param by what the record says it came about by
	 */
	void passOnAsItIs(WorkItem item, String unitId, String by) {
		this.holders.succeed(item, unitId);
		this.runs.passedOn(item.id(), item.dueOn(),
				new StepRuns.Ending(StepEnd.CANCELLED, by, null, null, this.time.now()), StepRuns.Heir.unit(unitId),
				item.dueOn());
	}

	private @Nullable LocalDate limit(WorkItem item) {
		String key = item.limitKey();
		return key == null ? null
				: this.workingDays.lastDay(this.time.today(), this.packs.get(item.task().release()).limit(key).term());
	}

}
