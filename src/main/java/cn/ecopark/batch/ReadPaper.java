package cn.ecopark.batch;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Documents;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.organisation.Actor;

/**
 * The signed paper of a batch is read by everybody who may read the file of a park that
 * it names.
 */
@Component
public class ReadPaper {

	private final IssuedPapers papers;

	private final BatchItems items;

	private final Documents documents;

	private final Cases cases;

	private final CaseAccess access;

	ReadPaper(IssuedPapers papers, BatchItems items, Documents documents, Cases cases, CaseAccess access) {
		this.papers = papers;
		this.items = items;
		this.documents = documents;
		this.cases = cases;
		this.access = access;
	}

	/**
	 * @return the scan it was issued with
	 * @throws BatchNotFound when nothing was issued, or without a scan
	 * @throws NotYourBatch when the actor has nothing to do with any of its parks
	 */
	public PaperVersion read(Actor actor, String batchId) {
		PaperVersion scan = this.papers.ofBatch(batchId)
			.flatMap(paper -> this.documents.newest(batchId, IssuePaper.SCAN))
			.orElseThrow(BatchNotFound::new);
		boolean concerned = this.items.of(batchId)
			.stream()
			.filter(item -> item.state() != BatchItem.State.STRUCK_OUT)
			.anyMatch(item -> this.access.mayRead(actor, this.cases.get(item.caseId())));
		if (!concerned) {
			throw new NotYourBatch();
		}
		return scan;
	}

}
