package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.paper.PaperFactSource;
import cn.ecopark.paper.PaperFacts;
import cn.ecopark.paper.PaperOrder;

/** Who sits on the panel of the stage in which a paper is made. */
@Component
@Order(3)
class PanelFacts implements PaperFactSource {

	private final Panels panels;

	private final People people;

	private final OpinionFacts opinions;

	PanelFacts(Panels panels, People people, OpinionFacts opinions) {
		this.panels = panels;
		this.people = people;
		this.opinions = opinions;
	}

	@Override
	public void tell(PaperOrder order, PaperFacts facts) {
		String caseId = order.place().caseId();
		if (caseId == null) {
			return;
		}
		List<PanelMember> members = this.panels.all(caseId, order.place().stage())
			.stream()
			.filter(PanelMember::hasAccepted)
			.toList();
		this.opinions.tell(caseId, order.place().stage(), facts);
		if (!members.isEmpty()) {
			facts.table("panel", members.stream().map(this::row).toList());
			members.stream()
				.filter(PanelMember::leader)
				.findFirst()
				.ifPresent(leader -> facts.text("leader", this.people.nameOf(leader.personId())));
		}
	}

	private Map<String, String> row(PanelMember member) {
		Optional<Expert> expert = this.people.expert(member.personId());
		return Map.of("name", this.people.nameOf(member.personId()), "employer",
				expert.map(Expert::employer).orElse(""), "title", expert.map(Expert::title).orElse(""), "field",
				expert.map(Expert::field).orElse(""), "duty", member.leader() ? "组长" : "成员");
	}

}
