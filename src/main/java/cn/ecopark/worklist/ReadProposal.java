package cn.ecopark.worklist;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;

/** What is proposed in a task, read by those of the unit that has it. */
@Component
public class ReadProposal {

	private final Proposals proposals;

	private final ProposalBases bases;

	ReadProposal(Proposals proposals, ProposalBases bases) {
		this.proposals = proposals;
		this.bases = bases;
	}

	/**
	 * The last proposal of a task.
	 *
	 * @param fallen why it holds no more; null where it holds, or somebody has ended it
	 */
	public record Standing(Proposal proposal, @Nullable ProposalFall fallen, boolean open) {

		/** Whether it can be signed. */
		public boolean isWaiting() {
			return this.open && this.proposal.isWaiting() && this.fallen == null;
		}

		public boolean hasFallen() {
			return this.fallen != null;
		}

	}

	/**
	 * @return null where nobody of the actor's unit has proposed anything
	 */
	@Transactional(readOnly = true)
	public @Nullable Standing of(WorkItem item, Actor actor) {
		if (!item.description().isSignedBySeveral()) {
			return null;
		}
		return this.proposals.newest(item.id())
			.filter(proposal -> proposal.unitId().equals(actor.unitId()))
			.map(proposal -> new Standing(proposal, fallen(item, proposal, actor), item.isOpen()))
			.orElse(null);
	}

	private @Nullable ProposalFall fallen(WorkItem item, Proposal proposal, Actor actor) {
		Proposal.Act end = proposal.end();
		if (end != null) {
			return end.what() == Proposal.What.FELL ? ProposalFall.valueOf(end.reason()) : null;
		}
		return item.isOpen() ? proposal.basis().differsFrom(this.bases.of(item, actor)) : null;
	}

}
