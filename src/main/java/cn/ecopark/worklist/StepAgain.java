package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.StepWays.Gone;

/**
 * Ends what came of a task, and begins its step again with the day it had to be done by.
 */
@Component
class StepAgain {

	private final StepBack engine;

	private final TaskLife tasks;

	private final WorkItems items;

	private final WorkItemLimits limits;

	private final StepRuns runs;

	private final StepTimers timers;

	private final CaseTime time;

	StepAgain(StepBack engine, TaskLife tasks, WorkItems items, WorkItemLimits limits, StepRuns runs, StepTimers timers,
			CaseTime time) {
		this.engine = engine;
		this.tasks = tasks;
		this.items = items;
		this.limits = limits;
		this.runs = runs;
		this.timers = timers;
		this.time = time;
	}

	/**
	 * @return the task that is there in the place of that one; claimed by the actor where
	 * that was claimed
	 */
	WorkItem begin(WorkItem item, Gone gone, Actor actor) {
		gone.came()
			.stream()
			.flatMap(id -> this.items.find(id).stream())
			.forEach(came -> this.tasks.ended(String.valueOf(came.engineTaskId()), TaskEnd.takenBack()));
		List<Long> others = open(item).stream().map(WorkItem::id).toList();
		this.engine.back(gone.way(), item);
		WorkItem again = open(item).stream().filter(one -> !others.contains(one.id())).findFirst().orElseThrow();
		if (item.holder().claimedBy() != null) {
			this.items.claim(again.id(), actor.personId(), again.version());
		}
		LocalDate lastDay = item.dueOn();
		if (lastDay != null && !lastDay.equals(again.dueOn())) {
			this.limits.recounted(again.id(), lastDay, this.time.today());
			this.runs.dueOn(again.id(), lastDay);
			this.timers.move(again, LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE), lastDay);
		}
		return again;
	}

	private List<WorkItem> open(WorkItem item) {
		return this.items.openOf(item.subject().dossierId());
	}

}
