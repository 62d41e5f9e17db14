package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.AlreadyProposed;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/** Keeps a proposal whose decision could be taken as it stands. */
@Component
@Transactional
class KeepProposal {

	private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "submission", "version", "once");

	private final TaskLocks locks;

	private final Submissions submissions;

	private final TaskRights rights;

	private final Signatories signatories;

	private final Proposals proposals;

	private final ProposalBases bases;

	private final ProposalRecord record;

	private final WorkItems items;

	KeepProposal(TaskLocks locks, Submissions submissions, TaskRights rights, Signatories signatories,
			Proposals proposals, ProposalBases bases, ProposalRecord record, WorkItems items) {
		this.locks = locks;
		this.submissions = submissions;
		this.rights = rights;
		this.signatories = signatories;
		this.proposals = proposals;
		this.bases = bases;
		this.record = record;
		this.items = items;
	}

	/**
	 * @return whether there is something to propose still; not when the page was sent
	 * before
	 */
	boolean isNew(long itemId, PageToken page, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (this.submissions.isRepeated(page, item, actor.personId())) {
			return false;
		}
		requireMayPropose(item, actor);
		return true;
	}

	/**
	 * The task belongs to the unit again, so that a colleague may sign.
	 * @param fields all that was entered on the page
	 */
	void keep(long itemId, PageToken page, Map<String, List<String>> fields, String outcome, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (this.submissions.isRepeated(page, item, actor.personId())) {
			return;
		}
		requireMayPropose(item, actor);
		this.signatories.requireMayPropose(item, actor);
		this.submissions.keep(page, itemId, actor.personId());
		ProposalBasis basis = this.bases.of(item, actor);
		this.proposals.newest(itemId)
			.filter(Proposal::isWaiting)
			.ifPresent(stale -> this.record.fell(item, stale,
					Objects.requireNonNullElse(stale.basis().differsFrom(basis), ProposalFall.OTHER_TEXT)));
		Map<String, List<String>> entered = new LinkedHashMap<>(fields);
		entered.keySet().removeAll(OF_THE_PAGE);
		this.record.proposed(item, outcome, entered, basis, actor);
		if (item.holder().claimedBy() != null) {
			this.items.claim(itemId, null, item.version());
		}
	}

	/**
	 * One that holds no more, since what it was about has changed, is in nobody's way.
	 */
	private void requireMayPropose(WorkItem item, Actor actor) {
		this.rights.requireMayDo(actor, item);
		if (!item.isOpen()) {
			throw new TaskAlreadyDone();
		}
		this.proposals.newest(item.id())
			.filter(proposal -> proposal.isWaiting()
					&& proposal.basis().differsFrom(this.bases.of(item, actor)) == null)
			.ifPresent(waiting -> {
				throw new AlreadyProposed(waiting.proposer().name());
			});
	}

}
