package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.OpenWork;

/**
 * What waits for somebody who leaves: tasks of the unit that he has claimed go back to
 * the unit or to a colleague; those of one person stay his until the Office names another
 * or their limit ends.
 */
@Component
class LeavingWork implements OpenWork {

	private final WorkItemHolders holders;

	private final TaskLocks locks;

	private final WorkItems items;

	private final Proposals proposals;

	private final Audit audit;

	LeavingWork(WorkItemHolders holders, TaskLocks locks, WorkItems items, Proposals proposals, Audit audit) {
		this.proposals = proposals;
		this.holders = holders;
		this.locks = locks;
		this.items = items;
		this.audit = audit;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Held> of(long personId) {
		return this.holders.waitingFor(personId)
			.stream()
			.map(item -> new Held(item.task().name(), item.subject().title(), item.holder().personId() == null))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Set<String> waitingUnits() {
		return this.holders.unitsThatAreWaitedFor();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Signing> waitingSignatures() {
		List<WorkItem> waiting = this.holders.signedBySeveral();
		Map<Long, Proposal> proposed = this.proposals.newest(waiting.stream().map(WorkItem::id).toList());
		return waiting.stream().map(item -> signing(item, proposed.get(item.id()))).toList();
	}

	private static Signing signing(WorkItem item, @Nullable Proposal proposal) {
		return new Signing(String.valueOf(item.holder().unitId()), item.description().signatures(),
				proposal == null || !proposal.isWaiting() ? List.of() : proposal.persons());
	}

	/** Cases are locked one after the other in the order of their ids. */
	@Override
	@Transactional
	public void giveUp(long personId, @Nullable Long colleague, Actor by) {
		for (WorkItem waiting : this.holders.waitingFor(personId)) {
			WorkItem item = this.locks.lock(waiting.id());
			Long claimedBy = item.holder().claimedBy();
			if (item.isOpen() && claimedBy != null && claimedBy == personId) {
				this.items.claim(item.id(), colleague, item.version());
				this.audit.record(item.subject().chain(), (colleague == null) ? "task.released" : "task.assigned",
						Map.of("item", item.id(), "by", by.personId(), "from", personId, "to",
								(colleague == null) ? "" : colleague, "because", "left"));
			}
		}
	}

}
