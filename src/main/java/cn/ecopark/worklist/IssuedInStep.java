package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.RulePacks;

/**
 * The official documents that were made with a submission. A receipt that a park got for
 * its own falls with it; whatever has a number or was decided by an authority has gone
 * out.
 */
@Component
class IssuedInStep {

	private final OfficialDocuments register;

	private final Documents documents;

	private final RulePacks packs;

	IssuedInStep(OfficialDocuments register, Documents documents, RulePacks packs) {
		this.register = register;
		this.documents = documents;
		this.packs = packs;
	}

	/**
	 * @return whether one of them has gone out for good
	 */
	boolean refuses(WorkItem item) {
		boolean ofPark = this.packs.get(item.task().release()).isHeldBy(item.holder().role(), UnitLevel.PARK.name());
		return standing(item).stream().anyMatch(document -> document.number() != null || !ofPark);
	}

	/** They hold no longer. */
	void fall(WorkItem item, String reason) {
		standing(item).forEach(document -> this.register.annul(document.code(), reason));
	}

	private List<OfficialDocument> standing(WorkItem item) {
		return this.register.ofDossier(item.subject().dossierId())
			.stream()
			.filter(document -> document.standing().state() == OfficialDocument.State.ISSUED)
			.filter(document -> isOf(document, item))
			.toList();
	}

	private boolean isOf(OfficialDocument document, WorkItem item) {
		Long version = document.file().versionId();
		return version != null
				&& this.documents.find(version).filter(laid -> laid.workItemId() == item.id()).isPresent();
	}

}
