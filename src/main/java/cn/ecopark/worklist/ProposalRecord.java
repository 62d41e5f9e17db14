package cn.ecopark.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;

/** Keeps what is proposed inside a unit and what becomes of it, and tells the audit. */
@Component
class ProposalRecord {

	private final Proposals proposals;

	private final Audit audit;

	private final CaseTime time;

	ProposalRecord(Proposals proposals, Audit audit, CaseTime time) {
		this.proposals = proposals;
		this.audit = audit;
		this.time = time;
	}

	/**
	 * @param fields all that was entered on the page
	 */
	void proposed(WorkItem item, String outcome, Map<String, List<String>> fields, ProposalBasis basis, Actor actor) {
		this.proposals.add(item, new Proposal(0, item.id(), actor.unitId(), hand(actor, this.time.now()), outcome,
				fields, basis, List.of()));
		Map<String, Object> details = details(item);
		details.put("outcome", outcome);
		this.audit.record(item.subject().chain(), "task.proposed", details);
	}

	void act(WorkItem item, Proposal proposal, Proposal.What what, String reason, Actor actor) {
		Instant now = this.time.now();
		this.proposals.add(proposal.id(), new Proposal.Act(what, hand(actor, now), now, reason));
		tell(item, proposal, what, reason);
	}

	void fell(WorkItem item, Proposal proposal, ProposalFall why) {
		this.proposals.add(proposal.id(), new Proposal.Act(Proposal.What.FELL, null, this.time.now(), why.name()));
		tell(item, proposal, Proposal.What.FELL, why.name());
	}

	private void tell(WorkItem item, Proposal proposal, Proposal.What what, String reason) {
		Map<String, Object> details = details(item);
		details.put("proposedBy", proposal.proposer().personId());
		if (!reason.isEmpty()) {
			details.put("reason", reason);
		}
		this.audit.record(item.subject().chain(), switch (what) {
			case REVIEWED -> "task.proposal-reviewed";
			case SENT_BACK -> "task.proposal-sent-back";
			case SIGNED -> "task.proposal-signed";
			case WITHDRAWN -> "task.proposal-withdrawn";
			case FELL -> "task.proposal-fell";
		}, details);
	}

	private static Map<String, Object> details(WorkItem item) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("item", item.id());
		details.put("task", item.task().taskKey());
		return details;
	}

	private static Proposal.Hand hand(Actor actor, Instant at) {
		return new Proposal.Hand(actor.personId(), actor.name(), at);
	}

}
