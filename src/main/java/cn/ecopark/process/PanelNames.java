package cn.ecopark.process;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.expert.PanelOpinions;
import cn.ecopark.expert.Panels;

/** The collections of members that diagrams may name, of the panel of the stage. */
@Component
class PanelNames {

	private final ObjectProvider<Panels> panels;

	private final ObjectProvider<PanelOpinions> opinions;

	PanelNames(ObjectProvider<Panels> panels, ObjectProvider<PanelOpinions> opinions) {
		this.panels = panels;
		this.opinions = opinions;
	}

	List<String> value(String name, String caseId, String stage) {
		return switch (name) {
			case "PANEL_INVITEES" -> text(this.panels.getObject().invitees(caseId, stage));
			case "PANEL_EXPERTS" -> text(this.panels.getObject().members(caseId, stage));
			default -> this.opinions.getObject().signers(caseId, stage);
		};
	}

	private static List<String> text(List<Long> people) {
		return people.stream().map(String::valueOf).toList();
	}

}
