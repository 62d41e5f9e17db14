package cn.ecopark.worklist;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.law.SignOffRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/** 签收, 退签 and assignment: who of a unit does one of its tasks. */
@Component
@Transactional
public class ClaimTask {

	private final TaskLocks locks;

	private final WorkItems items;

	private final TaskRights rights;

	private final People people;

	private final Proposals proposals;

	private final Audit audit;

	ClaimTask(TaskLocks locks, WorkItems items, TaskRights rights, People people, Proposals proposals, Audit audit) {
		this.proposals = proposals;
		this.locks = locks;
		this.items = items;
		this.rights = rights;
		this.people = people;
		this.audit = audit;
	}

	/**
	 * The actor takes the task; colleagues still see it.
	 * @throws TaskRefusals.ClaimedBySomebodyElse when a colleague was quicker
	 */
	public void claim(long itemId, Actor actor) {
		WorkItem item = open(itemId);
		this.rights.requireMayDo(actor, item);
		take(item, actor.personId(), "task.claimed", actor);
	}

	/** Whoever took the task, or a supervisor, gives it back to the unit. */
	public void release(long itemId, Actor actor) {
		WorkItem item = open(itemId);
		if (!HolderRules.mayRelease(actor, item.holder())) {
			this.rights.requireMayDo(actor, item);
			throw new NotYourTask();
		}
		take(item, null, "task.released", actor);
	}

	/**
	 * A supervisor gives the task to a person of the unit.
	 * @throws NotYourTask when the actor is no supervisor of that unit, or the person is
	 * not in it
	 */
	public void assign(long itemId, long personId, Actor actor) {
		WorkItem item = open(itemId);
		boolean colleague = this.people.membersOf(actor.unitId()).stream().anyMatch(member -> member.id() == personId);
		if (!HolderRules.mayAssign(actor, item.holder(), colleague)) {
			throw new NotYourTask();
		}
		take(item, personId, "task.assigned", actor);
	}

	/** Whoever has put his hand to what is proposed leaves the rest to colleagues. */
	private void requireUnsigned(WorkItem item, long personId) {
		this.proposals.newest(item.id())
			.filter(Proposal::isWaiting)
			.ifPresent(proposal -> SignOffRules.nobodySignsTwice(item.task().name(), personId, proposal.persons()));
	}

	private WorkItem open(long itemId) {
		WorkItem item = this.locks.lock(itemId);
		if (!item.isOpen()) {
			throw new TaskAlreadyDone();
		}
		return item;
	}

	private void take(WorkItem item, @Nullable Long personId, String action, Actor actor) {
		if (personId != null) {
			requireUnsigned(item, personId);
		}
		this.items.claim(item.id(), personId, item.version());
		String caseId = item.subject().caseId();
		Map<String, Object> details = Map.of("item", item.id(), "by", actor.personId(), "to",
				personId == null ? "" : personId);
		this.audit.record(caseId == null ? Subject.ofBatch(item.subject().dossierId()) : Subject.ofCase(caseId), action,
				details);
	}

}
