package cn.ecopark.worklist;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.Suspensions;

/**
 * From the coming of a task to its end: the one place where the flow's tasks enter the
 * work list and leave it. Whoever keeps a record of it listens to the events.
 */
@Component
@Transactional
public class TaskLife {

	private final WorkItems items;

	private final WorkItemLimits limits;

	private final CaseFlow cases;

	private final Suspensions suspensions;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	TaskLife(WorkItems items, WorkItemLimits limits, CaseFlow cases, Suspensions suspensions, CaseTime time,
			ApplicationEventPublisher events) {
		this.items = items;
		this.limits = limits;
		this.cases = cases;
		this.suspensions = suspensions;
		this.time = time;
		this.events = events;
	}

	/**
	 * The flow has given somebody a task.
	 * @param item the id it carries is ignored
	 */
	public void opened(WorkItem item) {
		long id = this.items.add(item);
		this.events.publishEvent(new TaskOpened(id, item.subject(), item.task(), item.description().purpose(),
				item.holder(), item.createdAt(), item.dueOn()));
	}

	/**
	 * The Office goes on without an answer; the flow leaves the task next.
	 * @throws TaskRefusals.TaskAlreadyDone when it does not wait any more
	 */
	void passedOver(WorkItem item, TaskEnd end) {
		Instant now = this.time.now();
		WorkItem left = this.items.takenAway(String.valueOf(item.engineTaskId()), end, now)
			.orElseThrow(TaskRefusals.TaskAlreadyDone::new);
		publish(left, end, null, null, now);
	}

	/**
	 * The flow has left a task. One that it never gave to anybody is none, and the end of
	 * one that was passed over is told already.
	 * @throws IllegalStateException when it counts as done though no decision was kept
	 */
	public void ended(String engineTaskId, TaskEnd end) {
		Instant now = this.time.now();
		if (end.as() == StepEnd.DONE) {
			// Whoever has decided in this transaction has locked the case.
			this.items.leftByTheFlow(engineTaskId).ifPresent(item -> {
				requireDecision(item);
				publish(item, end, item.outcome(), item.doneBy(), now);
			});
		}
		else {
			lockCase(engineTaskId);
			this.items.takenAway(engineTaskId, end, now).ifPresent(item -> publish(item, end, null, null, now));
		}
	}

	private static void requireDecision(WorkItem item) {
		if (item.isOpen()) {
			throw new IllegalStateException("Task " + item.id() + " was completed and nobody has decided");
		}
	}

	/** The holder is reminded of the limit, once. */
	public void reminded(String engineTaskId) {
		lockCase(engineTaskId);
		if (standsStill(engineTaskId)) {
			return;
		}
		this.limits.reminded(engineTaskId)
			.ifPresent(item -> this.events.publishEvent(new TaskReminded(item.id(), item.subject(), item.task(),
					item.holder(), item.dueOn(), this.time.now())));
	}

	/** The limit is over and the task waits still; told once. */
	public void overdue(String engineTaskId) {
		lockCase(engineTaskId);
		if (standsStill(engineTaskId)) {
			return;
		}
		this.limits.overdue(engineTaskId)
			.ifPresent(item -> this.events.publishEvent(new TaskOverdue(item.id(), item.subject(), item.task(),
					item.holder(), item.dueOn(), this.time.now())));
	}

	/** A task that has come while its case stood still has timers that run. */
	private boolean standsStill(String engineTaskId) {
		return this.items.ofEngineTask(engineTaskId)
			.map(item -> item.subject().dossierId())
			.flatMap(this.suspensions::now)
			.isPresent();
	}

	/** The case before its task and its audit chain, as everywhere. */
	private void lockCase(String engineTaskId) {
		this.items.ofEngineTask(engineTaskId).map(item -> item.subject().caseId()).ifPresent(this.cases::lock);
	}

	private void publish(WorkItem item, TaskEnd end, @Nullable String outcome, @Nullable Long doneBy, Instant at) {
		this.events.publishEvent(new TaskEnded(item.id(), item.subject(), item.task(), item.holder(), end,
				new TaskEnded.Limit(item.limitKey(), item.dueOn()), item.createdAt(), at, outcome, doneBy));
	}

}
