package cn.ecopark.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.form.FormSchema;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.Proposal;
import cn.ecopark.worklist.Proposals;
import cn.ecopark.worklist.ProposeDecision;
import cn.ecopark.worklist.SignProposal;
import cn.ecopark.worklist.WorkItem;

/** 拟办, 签发: one of the unit proposes, and whoever leads it signs. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstratedProposals {

	private final ProposeDecision proposeDecision;

	private final SignProposal signProposal;

	private final Proposals proposals;

	private final Performers performers;

	DemonstratedProposals(ProposeDecision proposeDecision, SignProposal signProposal, Proposals proposals,
			Performers performers) {
		this.proposeDecision = proposeDecision;
		this.signProposal = signProposal;
		this.proposals = proposals;
		this.performers = performers;
	}

	/** What an interrupted making has proposed already stays. */
	void propose(WorkItem item, Decision decision, Actor actor) {
		if (this.proposals.newest(item.id()).filter(Proposal::isWaiting).isEmpty()) {
			this.proposeDecision.propose(item, page("proposal", item), entered(decision), decision, actor);
		}
	}

	/**
	 * @throws IllegalStateException when nothing is proposed that two people sign
	 */
	void sign(WorkItem item) {
		long proposal = this.proposals.newest(item.id())
			.filter(Proposal::isWaiting)
			.map(Proposal::id)
			.orElseThrow(() -> new IllegalStateException("Nothing is proposed in " + item.task().name()));
		Actor leader = this.performers.leaderFor(item);
		this.performers.as(leader, () -> {
			this.signProposal.sign(item.id(), proposal, page("signature", item), leader);
			return item;
		});
	}

	private static PageToken page(String of, WorkItem item) {
		return PageToken.of("demonstration-" + of + "-" + item.id(), Map.of());
	}

	/**
	 * As the page of the task would post it: its form, and what is chosen for each park.
	 */
	private static Map<String, List<String>> entered(Decision decision) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		fields.put("outcome", List.of(decision.outcome()));
		fields.put("opinion", List.of(decision.statement().opinion()));
		decision.form().byKey().forEach((key, value) -> fields.put(FormSchema.INPUT + key, List.of(value.text())));
		if (decision instanceof BallotDecision ballot) {
			ballot.votes().forEach((park, vote) -> {
				fields.put("choice." + park, List.of(vote.choice()));
				fields.put("reason." + park, List.of(vote.reason()));
			});
		}
		return fields;
	}

}
