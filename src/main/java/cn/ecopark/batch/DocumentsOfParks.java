package cn.ecopark.batch;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.Reissue;
import cn.ecopark.officialdocument.Reissue.Mistake;

/**
 * What each park has got with a joint decision, for instance its certificate: it cites
 * the joint document and holds no longer than that does.
 */
@Component
class DocumentsOfParks {

	private final BatchItems items;

	private final OfficialDocuments register;

	private final OfficialDocumentKinds kinds;

	private final JointDocuments joint;

	private final Reissue reissue;

	DocumentsOfParks(BatchItems items, OfficialDocuments register, OfficialDocumentKinds kinds, JointDocuments joint,
			Reissue reissue) {
		this.items = items;
		this.register = register;
		this.kinds = kinds;
		this.joint = joint;
		this.reissue = reissue;
	}

	void madeAnew(Batch batch, JointDecision document, Mistake mistake) {
		holding(batch).forEach(certificate -> this.reissue.inPlaceOf(certificate, mistake,
				this.joint.againFor(batch, certificate.dossierId(), certificate.kind(), document)));
	}

	void annulled(Batch batch, String reason) {
		holding(batch).forEach(certificate -> this.register.annul(certificate.code(), reason));
	}

	private List<OfficialDocument> holding(Batch batch) {
		return this.items.named(batch.id())
			.stream()
			.flatMap(item -> this.register.ofDossier(item.caseId()).stream())
			.filter(document -> document.standing().state() == OfficialDocument.State.ISSUED)
			.filter(document -> states(document, batch))
			.toList();
	}

	private boolean states(OfficialDocument document, Batch batch) {
		return this.kinds.get(document.file().release(), document.kind()).decisions().contains(batch.kind());
	}

}
