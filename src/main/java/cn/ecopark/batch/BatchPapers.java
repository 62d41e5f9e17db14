package cn.ecopark.batch;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CasePapers;
import cn.ecopark.organisation.Actor;

/** The joint papers that name the park of a case. */
@Component
@Order(2)
class BatchPapers implements CasePapers {

	private final IssuedPapers papers;

	private final Batches batches;

	BatchPapers(IssuedPapers papers, Batches batches) {
		this.papers = papers;
		this.batches = batches;
	}

	@Override
	public List<Paper> of(String caseId, Actor reader) {
		return this.papers.allOfCase(caseId)
			.stream()
			.map(paper -> new Paper(this.batches.get(paper.batchId()).title(), paper.number(), paper.issuedOn(),
					"casefile.paper.issued", false,
					paper.scanVersion() == null ? null : "/batches/" + paper.batchId() + "/paper"))
			.toList();
	}

	@Override
	public List<String> casesNamedIn(String number) {
		return this.papers.casesNamedIn(number);
	}

}
