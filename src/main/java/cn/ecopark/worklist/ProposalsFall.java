package cn.ecopark.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseSuspended;
import cn.ecopark.casefile.StepEnd;

/**
 * 失效: what is proposed in a step does not outlast the step, nor that its case stands
 * still.
 */
@Component
public class ProposalsFall {

	private final Proposals proposals;

	private final WorkItems items;

	private final ProposalRecord record;

	ProposalsFall(Proposals proposals, WorkItems items, ProposalRecord record) {
		this.proposals = proposals;
		this.items = items;
		this.record = record;
	}

	/** All that is proposed about that case, batch or objection falls. */
	public void in(String dossierId, ProposalFall why) {
		this.proposals.tasksWaitingIn(dossierId).forEach(item -> fall(item, why));
	}

	@EventListener
	void on(TaskEnded ended) {
		if (!ended.isDone()) {
			fall(ended.itemId(), ended.end().as() == StepEnd.LAPSED ? ProposalFall.EXPIRED : ProposalFall.TAKEN_AWAY);
		}
	}

	@EventListener
	void on(StepHandedOver handed) {
		fall(handed.urging().itemId(), ProposalFall.HANDED_OVER);
	}

	@EventListener
	void on(CaseSuspended suspended) {
		in(suspended.suspension().caseId(), ProposalFall.SUSPENDED);
	}

	private void fall(long itemId, ProposalFall why) {
		this.proposals.newest(itemId)
			.filter(Proposal::isWaiting)
			.ifPresent(proposal -> this.items.find(itemId).ifPresent(item -> this.record.fell(item, proposal, why)));
	}

}
