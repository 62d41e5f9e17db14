package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;

/** What there is to decide on in a step, as it stands now. */
@Component
class ProposalBases {

	private final Documents documents;

	private final WorkPanels panels;

	ProposalBases(Documents documents, WorkPanels panels) {
		this.documents = documents;
		this.panels = panels;
	}

	/**
	 * @param actor somebody of the unit, which sees the documents it has handed in with
	 * the step
	 */
	ProposalBasis of(WorkItem item, Actor actor) {
		List<String> handedIn = this.documents.versions(item.subject().dossierId(), actor)
			.stream()
			.filter(version -> !version.draft() || version.workItemId() == item.id())
			.map(version -> version.kind() + " " + version.sha256())
			.sorted()
			.toList();
		return new ProposalBasis(item.form() == null ? "" : item.form().digest(), handedIn,
				this.panels.decidedText(item));
	}

}
