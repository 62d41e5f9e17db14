package cn.ecopark.worklist;

import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Reason;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.NotTheSupervisor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/** 催办, 限期: the Office asks whoever has a task to get on, and sets him a last day. */
@Component
public class UrgeTask {

	private final TaskLocks locks;

	private final Supervision supervision;

	private final Submissions submissions;

	private final Urgings urgings;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	UrgeTask(TaskLocks locks, Supervision supervision, Submissions submissions, Urgings urgings, CaseTime time,
			ApplicationEventPublisher events) {
		this.locks = locks;
		this.supervision = supervision;
		this.submissions = submissions;
		this.urgings = urgings;
		this.time = time;
		this.events = events;
	}

	/**
	 * @param token of the page; the same token twice is the same urging
	 * @throws TaskNotFound when there is no such task
	 * @throws NotTheSupervisor when the actor may not urge its holder
	 * @throws TaskAlreadyDone when it waits no more
	 */
	@Transactional
	public void urge(long itemId, String token, Reason words, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (isNew(item, token, actor)) {
			Urging urging = new Urging(itemId, Urging.Act.URGED, words.text(), null, actor.personId(), this.time.now());
			this.urgings.add(item, urging);
			this.events.publishEvent(new TaskUrged(item.subject(), item.task(), item.holder(), urging, actor));
		}
	}

	/**
	 * The same day again changes nothing; a later one replaces it.
	 * @param token of the page; the same token twice is the same command
	 * @throws TaskNotFound when there is no such task
	 * @throws NotTheSupervisor when the actor may not urge its holder
	 * @throws TaskAlreadyDone when it waits no more
	 * @throws LegalRefusal at the day, or when the diagram ends the step by itself
	 */
	@Transactional
	public void setLastDay(long itemId, String token, LocalDate lastDay, Reason reason, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (!isNew(item, token, actor)) {
			return;
		}
		LocalDate former = this.urgings.of(itemId).lastDay();
		if (lastDay.equals(former)) {
			return;
		}
		Supervision.Bounds bounds = this.supervision.bounds(item);
		SilenceRules.lastDayIsSetOnlyWhereNoneIsDrawn(item.task().name(), this.supervision.way(item));
		SilenceRules.lastDayTakesNoTimeAway(lastDay, item.dueOn(), former);
		SilenceRules.lastDayLeavesTimeToAnswer(lastDay, bounds.first(), bounds.last());
		Urging urging = new Urging(itemId, Urging.Act.LAST_DAY, reason.text(), lastDay, actor.personId(),
				this.time.now());
		this.urgings.add(item, urging);
		this.events.publishEvent(new LastDaySet(item.subject(), item.task(), item.holder(), urging, lastDay, actor));
	}

	private boolean isNew(WorkItem item, String token, Actor actor) {
		this.supervision.require(actor, item);
		if (this.submissions.isRepeated(token, item.id(), actor.personId())) {
			return false;
		}
		if (!this.supervision.isOffered(actor, item)) {
			throw new TaskAlreadyDone();
		}
		this.submissions.keep(token, item.id(), actor.personId());
		return true;
	}

}
