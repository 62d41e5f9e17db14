package cn.ecopark.batch;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;

/**
 * The signed paper of a batch is read by everybody who may read the file of a park that
 * it names.
 */
@Component
public class ReadOfficialDocument {

	private final Issued issued;

	private final BatchItems items;

	private final Cases cases;

	private final CaseAccess access;

	ReadOfficialDocument(Issued issued, BatchItems items, Cases cases, CaseAccess access) {
		this.issued = issued;
		this.items = items;
		this.cases = cases;
		this.access = access;
	}

	/** What was issued, made here or outside. */
	@Component
	record Issued(OfficialDocuments register, Documents documents, Batches batches, RulePacks packs) {

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

	/**
	 * @return the paper it ended with, or the scan of one made outside
	 * @throws BatchNotFound when nothing was issued, or nothing to read
	 * @throws NotYourBatch when the actor has nothing to do with any of its parks
	 */
	public DocumentVersion read(Actor actor, String batchId) {
		DocumentVersion paper = this.issued.of(batchId).orElseThrow(BatchNotFound::new);
		boolean concerned = this.items.of(batchId)
			.stream()
			.filter(item -> item.state() != BatchItem.State.STRUCK_OUT)
			.anyMatch(item -> this.access.mayRead(actor, this.cases.get(item.caseId())));
		if (!concerned) {
			throw new NotYourBatch();
		}
		return paper;
	}

}
