package cn.ecopark.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.SignedInUnit;

/** Tells who has put his hand to what was proposed and signed. */
@Component
class SignedByColleagues implements SignedInUnit {

	private final Proposals proposals;

	SignedByColleagues(Proposals proposals) {
		this.proposals = proposals;
	}

	@Override
	public Map<Long, List<Hand>> of(Collection<Opinion> opinions) {
		Set<String> dossiers = opinions.stream().map(Opinion::dossierId).collect(Collectors.toSet());
		Map<Long, Proposal> signed = this.proposals.signedIn(dossiers);
		Map<Long, List<Hand>> told = new HashMap<>();
		opinions.forEach(opinion -> {
			Proposal proposal = signed.get(opinion.workItemId());
			if (proposal != null) {
				told.put(opinion.workItemId(), hands(proposal));
			}
		});
		return told;
	}

	private static List<Hand> hands(Proposal proposal) {
		List<Hand> hands = new ArrayList<>();
		hands.add(new Hand(Part.PROPOSED, proposal.proposer().name(), proposal.proposer().at()));
		proposal.acts().forEach(act -> {
			Proposal.Hand by = act.by();
			if (by != null && act.what() == Proposal.What.REVIEWED) {
				hands.add(new Hand(Part.REVIEWED, by.name(), by.at()));
			}
			if (by != null && act.what() == Proposal.What.SIGNED) {
				hands.add(new Hand(Part.SIGNED, by.name(), by.at()));
			}
		});
		return hands;
	}

}
