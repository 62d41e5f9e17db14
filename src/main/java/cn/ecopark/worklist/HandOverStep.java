package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;
import cn.ecopark.worklist.Urging.Act;

/**
 * 改由其他单位承办: a unit that lets its last day pass gives way to another of its kind, in all
 * that it has open in the case and from then on.
 */
@Component
public class HandOverStep {

	/** As the record names what ended the step of the first unit. */
	private static final String HANDED_OVER = "改由其他单位承办";

	private final TaskLocks locks;

	private final Supervision supervision;

	private final Submissions submissions;

	private final Urgings urgings;

	private final Holding holding;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final ApplicationEventPublisher events;

	HandOverStep(TaskLocks locks, Supervision supervision, Submissions submissions, Urgings urgings, Holding holding,
			CaseTime time, WorkingDays workingDays, ApplicationEventPublisher events) {
		this.locks = locks;
		this.supervision = supervision;
		this.submissions = submissions;
		this.urgings = urgings;
		this.holding = holding;
		this.time = time;
		this.workingDays = workingDays;
		this.events = events;
	}

	/** Where it stands who has what. */
	@Component
	record Holding(WorkItems items, StepRuns runs, CaseParties parties, Units units, RulePacks packs) {
	}

	/**
	 * @return the units that could take the task over; none where nobody can
	 */
	@Transactional(readOnly = true)
	public List<Unit> candidates(WorkItem item) {
		String holder = item.holder().unitId();
		if (holder == null || !isExchangeable(item)) {
			return List.of();
		}
		return this.holding.units()
			.allOf(this.holding.units().get(holder).kind())
			.stream()
			.filter(unit -> !unit.id().equals(holder))
			.toList();
	}

	/**
	 * @return why the task cannot go to another unit now; null where it can
	 */
	@Transactional(readOnly = true)
	public @Nullable LegalRefusal obstacle(WorkItem item) {
		return LegalRefusal.of(() -> requireLastDayOver(item)).orElse(null);
	}

	/**
	 * The new unit has the task with its whole limit, and becomes a party in the place of
	 * the old one.
	 * @param token of the page; the same token twice is the same command
	 * @throws TaskRefusals.TaskNotFound when there is no such task
	 * @throws TaskRefusals.NotTheSupervisor when the actor may not do it
	 * @throws TaskAlreadyDone when it waits no more
	 * @throws UnitCannotTakeOver when the unit is none that could
	 * @throws LegalRefusal when the holder's last day is not over, or nobody may take the
	 * holder's place
	 */
	@Transactional
	public void handOver(long itemId, String token, String unitId, Reason reason, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		this.supervision.require(actor, item);
		if (this.submissions.isRepeated(token, itemId, actor.personId())) {
			return;
		}
		String caseId = item.subject().caseId();
		String holder = item.holder().unitId();
		if (!this.supervision.isOffered(actor, item) || caseId == null || holder == null) {
			throw new TaskAlreadyDone();
		}
		requireLastDayOver(item);
		if (candidates(item).stream().noneMatch(unit -> unit.id().equals(unitId))) {
			throw new UnitCannotTakeOver();
		}
		this.submissions.keep(token, itemId, actor.personId());
		Instant now = this.time.now();
		this.holding.parties().replaceUnit(caseId, holder, unitId, now);
		for (WorkItem open : this.holding.items().openOf(caseId)) {
			if (holder.equals(open.holder().unitId()) && isExchangeable(open)) {
				move(open, unitId, reason, actor, now);
			}
		}
	}

	private void move(WorkItem item, String unitId, Reason reason, Actor actor, Instant now) {
		LocalDate due = limit(item);
		Urging urging = new Urging(item.id(), Act.HANDED_OVER, reason.text(), null, actor.personId(), now);
		this.urgings.add(item, urging);
		this.holding.items().handOverToUnit(item, unitId, due);
		this.holding.runs()
			.passedOn(item.id(), item.dueOn(), new StepRuns.Ending(StepEnd.LAPSED, HANDED_OVER, null, null, now),
					StepRuns.Heir.unit(unitId), due);
		this.events.publishEvent(new StepHandedOver(item.subject(), item.task(), item.holder(), urging, unitId, actor));
	}

	private void requireLastDayOver(WorkItem item) {
		SilenceRules.stepGoesToAnotherOnlyAfterTheLastDay(item.task().name(),
				this.holding.units().nameOn(String.valueOf(item.holder().unitId()), this.time.today()),
				isExchangeable(item), this.urgings.of(item.id()).lastDay(), this.time.today());
	}

	private boolean isExchangeable(WorkItem item) {
		return this.holding.packs().get(item.task().release()).role(item.holder().role()).exchangeable();
	}

	private @Nullable LocalDate limit(WorkItem item) {
		String key = item.limitKey();
		return key == null ? null : this.workingDays.lastDay(this.time.today(),
				this.holding.packs().get(item.task().release()).limit(key).days());
	}

}
