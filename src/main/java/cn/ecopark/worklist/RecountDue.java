package cn.ecopark.worklist;

import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.worklist.DueRecounts.Recount;

/** Counts the limit of one open step by the calendar as it is now. */
@Component
class RecountDue {

	private final DueRecounts recounts;

	private final TaskLocks locks;

	private final WorkItemLimits limits;

	private final StepLimits stepLimits;

	private final StepRuns runs;

	private final StepTimers timers;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	RecountDue(DueRecounts recounts, TaskLocks locks, WorkItemLimits limits, StepLimits stepLimits, StepRuns runs,
			StepTimers timers, CaseTime time, ApplicationEventPublisher events) {
		this.recounts = recounts;
		this.locks = locks;
		this.limits = limits;
		this.stepLimits = stepLimits;
		this.runs = runs;
		this.timers = timers;
		this.time = time;
		this.events = events;
	}

	/**
	 * Does it once; what is done, or done by another now, is left alone.
	 */
	@Transactional
	void recount(long itemId) {
		// First of all, since whoever changes the calendar waits for this.
		this.stepLimits.holdCalendar();
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
		LocalDate lastDay = RecountRules.lastDay(former,
				this.stepLimits.lastDayAnew(item, recount.beganOn(), recount.days()), this.time.today());
		if (lastDay.equals(former)) {
			return;
		}
		this.limits.recounted(item.id(), lastDay, this.time.today());
		this.runs.dueOn(item.id(), lastDay);
		this.timers.move(item, recount.beganOn(), lastDay);
		this.events.publishEvent(new DueRecounted(item, former, lastDay));
	}

}
