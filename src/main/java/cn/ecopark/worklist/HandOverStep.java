package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;

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

	private final WorkItems items;

	private final CaseParties parties;

	private final CaseTime time;

	private final Successors successors;

	private final StepSuccession succession;

	HandOverStep(TaskLocks locks, Supervision supervision, Submissions submissions, WorkItems items,
			CaseParties parties, CaseTime time, Successors successors, StepSuccession succession) {
		this.locks = locks;
		this.supervision = supervision;
		this.submissions = submissions;
		this.items = items;
		this.parties = parties;
		this.time = time;
		this.successors = successors;
		this.succession = succession;
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
		this.successors.requireLastDayOver(item);
		if (this.successors.candidates(item).stream().noneMatch(unit -> unit.id().equals(unitId))) {
			throw new UnitCannotTakeOver();
		}
		this.submissions.keep(token, itemId, actor.personId());
		this.parties.replaceUnit(caseId, holder, unitId, this.time.now());
		for (WorkItem open : this.items.openOfCases(List.of(caseId))) {
			if (holder.equals(open.holder().unitId()) && this.successors.isExchangeable(open)) {
				this.succession.passOn(open, unitId, StepEnd.LAPSED, HANDED_OVER, reason, actor);
			}
		}
	}

}
