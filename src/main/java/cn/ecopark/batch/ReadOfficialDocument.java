package cn.ecopark.batch;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;

/**
 * The signed document of a batch is read by everybody who may read the file of a park
 * that it names.
 */
@Component
public class ReadOfficialDocument {

	private final JointDecisionFiles issued;

	private final BatchItems items;

	private final Cases cases;

	private final CaseAccess access;

	ReadOfficialDocument(JointDecisionFiles issued, BatchItems items, Cases cases, CaseAccess access) {
		this.issued = issued;
		this.items = items;
		this.cases = cases;
		this.access = access;
	}

	/**
	 * @return the document it ended with, or the scan of one made outside
	 * @throws BatchNotFound when nothing was issued, or nothing to read
	 * @throws NotYourBatch when the actor has nothing to do with any of its parks
	 */
	public DocumentVersion read(Actor actor, String batchId) {
		DocumentVersion document = this.issued.of(batchId).orElseThrow(BatchNotFound::new);
		boolean concerned = this.items.of(batchId)
			.stream()
			.filter(item -> item.state() != BatchItem.State.STRUCK_OUT)
			.anyMatch(item -> this.access.mayRead(actor, this.cases.get(item.caseId())));
		if (!concerned) {
			throw new NotYourBatch();
		}
		return document;
	}

}
