package cn.ecopark.worklist;

import java.time.LocalDate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseSuspended;
import cn.ecopark.casefile.CaseTakenUp;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.law.SuspensionRules;
import cn.ecopark.worklist.SuspendedSteps.Stopped;

/** 计时中止: the limits of a case stand still with it, and go on with the days they had. */
@Component
class LimitsStandStill {

	private final SuspendedSteps steps;

	private final WorkItems items;

	private final WorkItemLimits limits;

	private final StepLimits stepLimits;

	private final StepRuns runs;

	private final StepTimers timers;

	private final TakenUpRecord record;

	private final CaseTime time;

	LimitsStandStill(SuspendedSteps steps, WorkItems items, WorkItemLimits limits, StepLimits stepLimits, StepRuns runs,
			StepTimers timers, TakenUpRecord record, CaseTime time) {
		this.steps = steps;
		this.items = items;
		this.limits = limits;
		this.stepLimits = stepLimits;
		this.runs = runs;
		this.timers = timers;
		this.record = record;
		this.time = time;
	}

	@EventListener
	void on(CaseSuspended suspended) {
		this.steps.stop(suspended.suspension().id(), suspended.suspension().caseId(), this.time.today());
	}

	@EventListener
	void on(CaseTakenUp taken) {
		this.steps.of(taken.suspension().id())
			.stream()
			.filter(this.steps::start)
			.forEach(stopped -> goOn(stopped, taken));
		this.items.openOf(taken.suspension().caseId()).forEach(item -> this.record.lastDay(item, taken));
	}

	private void goOn(Stopped stopped, CaseTakenUp taken) {
		WorkItem item = this.items.lock(stopped.workItemId());
		LocalDate lastDay = stopped.daysLeft() < 0 ? stopped.dueOn() : this.stepLimits.lastDayAnew(item,
				stopped.beganOn(), SuspensionRules.daysWithout(stopped.days(), stopped.daysLeft(), taken.days()));
		if (!lastDay.equals(stopped.dueOn())) {
			this.limits.recounted(item.id(), lastDay, this.time.today());
			this.runs.dueOn(item.id(), lastDay);
			this.timers.move(item, stopped.beganOn(), lastDay);
			this.record.limit(item, stopped.dueOn(), lastDay);
		}
	}

}
