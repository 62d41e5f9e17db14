package cn.ecopark.batch;

import java.util.Optional;
import org.springframework.stereotype.Component;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;

/** The file that states a joint decision, whether it was made here or outside. */
@Component
class JointDecisionFiles {

	private final OfficialDocuments register;

	private final Documents documents;

	private final Batches batches;

	private final RulePacks packs;

	JointDecisionFiles(OfficialDocuments register, Documents documents, Batches batches, RulePacks packs) {
		this.register = register;
		this.documents = documents;
		this.batches = batches;
		this.packs = packs;
	}

	/**
	 * @return the one that was made here, else the newest scan; empty as long as nothing
	 * was issued
	 */
	Optional<DocumentVersion> of(String batchId) {
		String kind = this.register.ofDossier(batchId)
			.stream()
			.findFirst()
			.map(OfficialDocument::kind)
			.orElseGet(() -> this.packs.get(this.batches.get(batchId).release())
				.document(DocumentKind.Use.JOINT_SCAN)
				.key());
		return this.documents.newest(batchId, kind);
	}

}
