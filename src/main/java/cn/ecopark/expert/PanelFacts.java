package cn.ecopark.expert;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * The panel of the stage in which a document is made: how many sit on it, and who of them
 * has spoken. Whoever was silent is not named.
 */
@Component
@Order(3)
class PanelFacts implements FactSource {

	private final Panels panels;

	private final Meetings meetings;

	private final Opinions opinions;

	private final People people;

	private final OpinionFacts written;

	PanelFacts(Panels panels, Meetings meetings, Opinions opinions, People people, OpinionFacts written) {
		this.written = written;
		this.panels = panels;
		this.meetings = meetings;
		this.opinions = opinions;
		this.people = people;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String caseId = order.place().caseId();
		if (caseId == null) {
			return;
		}
		String stage = order.place().stage();
		this.written.tell(caseId, stage, facts);
		List<PanelMember> members = this.panels.all(caseId, stage).stream().filter(PanelMember::hasAccepted).toList();
		if (members.isEmpty()) {
			return;
		}
		Set<Long> heard = heard(caseId, stage);
		Set<Long> named = new HashSet<>(heard);
		this.opinions.of(caseId)
			.stream()
			.filter(opinion -> opinion.workItemId() == order.place().workItemId())
			.forEach(opinion -> named.add(opinion.author().personId()));
		Map<Long, String> names = this.people.namesOf(members.stream().map(PanelMember::personId).toList());
		Map<Long, Expert> experts = this.people.experts(names.keySet());
		facts.text("panelSize", String.valueOf(members.size()))
			.table("panel",
					members.stream()
						.filter(member -> named.contains(member.personId()))
						.map(member -> row(member, names.getOrDefault(member.personId(), ""),
								Optional.ofNullable(experts.get(member.personId()))))
						.toList());
		long opinionsGiven = members.stream().filter(member -> heard.contains(member.personId())).count();
		if (opinionsGiven > 0) {
			facts.text("opinionsGiven", String.valueOf(opinionsGiven));
		}
		members.stream()
			.filter(PanelMember::leader)
			.findFirst()
			.ifPresent(leader -> facts.text("leader", names.getOrDefault(leader.personId(), "")));
	}

	/**
	 * @return who gave an opinion or vote of his own since the panel met last
	 */
	private Set<Long> heard(String caseId, String stage) {
		long met = this.meetings.latest(caseId, stage).map(Meeting::opinionId).orElse(0L);
		return this.opinions.of(caseId)
			.stream()
			.filter(opinion -> opinion.secret() && opinion.step().stage().equals(stage) && opinion.id() > met)
			.map(opinion -> opinion.author().personId())
			.collect(Collectors.toSet());
	}

	private static Map<String, String> row(PanelMember member, String name, Optional<Expert> expert) {
		return Map.of("name", name, "employer", expert.map(Expert::employer).orElse(""), "title",
				expert.map(Expert::title).orElse(""), "field", expert.map(Expert::field).orElse(""), "duty",
				member.leader() ? "组长" : "成员");
	}

}
