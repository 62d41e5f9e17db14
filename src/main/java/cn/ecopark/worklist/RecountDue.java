package cn.ecopark.worklist;

import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.worklist.DueRecounts.Recount;

/** Counts the limit of one open step by the calendar as it is now. */
@Component
class RecountDue {

	private final DueRecounts recounts;

	private final TaskLocks locks;

	private final WorkItemLimits limits;

	private final StepRuns runs;

	private final StepTimers timers;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	RecountDue(DueRecounts recounts, TaskLocks locks, WorkItemLimits limits, StepRuns runs, StepTimers timers,
			WorkingDays workingDays, CaseTime time, ApplicationEventPublisher events) {
		this.recounts = recounts;
		this.locks = locks;
		this.limits = limits;
		this.runs = runs;
		this.timers = timers;
		this.workingDays = workingDays;
		this.time = time;
		this.events = events;
	}

	/**
	 * Does it once; what is done, or done by another now, is left alone.
	 */
	@Transactional
	void recount(long itemId) {
		// First of all, since whoever changes the calendar waits for this.
		this.workingDays.hold();
		this.recounts.take(itemId).ifPresent(recount -> {
			WorkItem item = this.locks.lock(itemId);
			LocalDate former = item.dueOn();
			if (item.isOpen() && former != null) {
				recount(item, former, recount);
			}
			this.recounts.done(itemId);
		});
	}

	private void recount(WorkItem item, LocalDate former, Recount recount) {
		LocalDate counted = this.workingDays.plus(recount.beganOn(), recount.days());
		LocalDate lastDay = RecountRules.lastDay(former, counted, this.time.today());
		if (lastDay.equals(former)) {
			return;
		}
		this.limits.recounted(item.id(), lastDay, this.time.today());
		this.runs.dueOn(item.id(), lastDay);
		this.timers.move(item, recount.beganOn(), recount.days(), lastDay);
		this.events.publishEvent(new DueRecounted(item, former, lastDay));
	}

}
