package cn.ecopark.worklist;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.NotYourProposal;
import cn.ecopark.worklist.TaskRefusals.ProposalFallen;
import cn.ecopark.worklist.TaskRefusals.ProposalGone;

/** One step that somebody takes with a proposal, whole or not at all. */
@Component
@Transactional
class ProposalSteps {

	private final TaskLocks locks;

	private final Submissions submissions;

	private final Proposals proposals;

	private final ProposalBases bases;

	private final Signatories signatories;

	private final ProposalRecord record;

	private final TaskCompletion completion;

	/** Pages need panels, and panels may need what is decided. */
	private final ObjectProvider<ReadDecision> reader;

	ProposalSteps(TaskLocks locks, Submissions submissions, Proposals proposals, ProposalBases bases,
			Signatories signatories, ProposalRecord record, TaskCompletion completion,
			ObjectProvider<ReadDecision> reader) {
		this.locks = locks;
		this.submissions = submissions;
		this.proposals = proposals;
		this.bases = bases;
		this.signatories = signatories;
		this.record = record;
		this.completion = completion;
		this.reader = reader;
	}

	/** Whoever signs last carries it out by the command of every decision. */
	void sign(long itemId, long proposalId, PageToken page, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (this.submissions.isRepeated(page, item, actor.personId())) {
			return;
		}
		Proposal proposal = standing(item, proposalId, actor);
		this.signatories.requireMaySign(item, proposal, actor);
		if (!proposal.isLastNext(item.description().signatures())) {
			throw new ProposalGone();
		}
		this.record.act(item, proposal, Proposal.What.SIGNED, "", actor);
		this.completion.complete(item, page, this.reader.getObject().read(item, proposal.fields()), actor);
	}

	void review(long itemId, long proposalId, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		Proposal proposal = standing(item, proposalId, actor);
		this.signatories.requireMaySign(item, proposal, actor);
		if (proposal.isLastNext(item.description().signatures())) {
			throw new ProposalGone();
		}
		this.record.act(item, proposal, Proposal.What.REVIEWED, "", actor);
	}

	void sendBack(long itemId, long proposalId, Reason reason, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		Proposal proposal = waiting(item, proposalId);
		this.signatories.requireMaySendBack(item, proposal, actor);
		this.record.act(item, proposal, Proposal.What.SENT_BACK, reason.text(), actor);
	}

	void withdraw(long itemId, long proposalId, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		Proposal proposal = waiting(item, proposalId);
		if (proposal.proposer().personId() != actor.personId()) {
			throw new NotYourProposal();
		}
		this.record.act(item, proposal, Proposal.What.WITHDRAWN, "", actor);
	}

	void fell(long itemId, long proposalId, ProposalFall why) {
		WorkItem item = this.locks.lock(itemId);
		this.proposals.newest(itemId)
			.filter(proposal -> proposal.id() == proposalId && proposal.isWaiting())
			.ifPresent(proposal -> this.record.fell(item, proposal, why));
	}

	private Proposal standing(WorkItem item, long proposalId, Actor actor) {
		Proposal proposal = waiting(item, proposalId);
		if (actor.unitId().equals(proposal.unitId())) {
			ProposalFall fallen = proposal.basis().differsFrom(this.bases.of(item, actor));
			if (fallen != null) {
				throw new ProposalFallen(fallen);
			}
		}
		return proposal;
	}

	private Proposal waiting(WorkItem item, long proposalId) {
		return this.proposals.newest(item.id())
			.filter(proposal -> proposal.id() == proposalId && proposal.isWaiting() && item.isOpen())
			.orElseThrow(ProposalGone::new);
	}

}
