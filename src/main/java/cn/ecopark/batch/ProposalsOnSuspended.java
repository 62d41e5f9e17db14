package cn.ecopark.batch;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseSuspended;
import cn.ecopark.worklist.ProposalFall;
import cn.ecopark.worklist.ProposalsFall;

/**
 * What a body has proposed on a batch falls when the case of one of its parks stands
 * still.
 */
@Component
class ProposalsOnSuspended {

	private final BatchItems items;

	private final ProposalsFall proposals;

	ProposalsOnSuspended(BatchItems items, ProposalsFall proposals) {
		this.items = items;
		this.proposals = proposals;
	}

	@EventListener
	void on(CaseSuspended suspended) {
		this.items.present(suspended.suspension().caseId())
			.ifPresent(place -> this.proposals.in(place.batchId(), ProposalFall.SUSPENDED));
	}

}
