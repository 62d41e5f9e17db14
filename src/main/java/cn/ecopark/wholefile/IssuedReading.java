package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.batch.IssuedPaper;
import cn.ecopark.batch.IssuedPapers;
import cn.ecopark.batch.ReadPaper;
import cn.ecopark.casefile.CasePapers;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.wholefile.CaseData.Issued;
import cn.ecopark.wholefile.CaseData.Paper;

/** What was issued and names the park, with the papers themselves. */
@Component
class IssuedReading {

	private final ObjectProvider<CasePapers> papers;

	private final IssuedPapers issued;

	private final ReadPaper readPaper;

	private final RegisterReading register;

	private final Labels labels;

	IssuedReading(ObjectProvider<CasePapers> papers, IssuedPapers issued, ReadPaper readPaper, RegisterReading register,
			Labels labels) {
		this.papers = papers;
		this.issued = issued;
		this.readPaper = readPaper;
		this.register = register;
		this.labels = labels;
	}

	/** One paper, and its file where there is one for the reader. */
	record One(Issued line, Optional<Paper> paper) {
	}

	/**
	 * What is registered, and what only the batches know of.
	 * @return the earliest first
	 */
	List<One> of(String caseId, List<BatchItem> places, Actor reader, SafePaths paths) {
		List<BatchItem> named = places.stream().filter(place -> place.state() != BatchItem.State.STRUCK_OUT).toList();
		List<One> found = new ArrayList<>(this.register.of(caseId, named, reader, paths));
		Set<String> registered = new HashSet<>();
		found.forEach(one -> registered.add(String.valueOf(one.line().number()) + one.line().title()));
		this.papers.orderedStream()
			.flatMap(one -> one.of(caseId, reader).stream())
			.filter(paper -> !registered.contains(String.valueOf(paper.number()) + paper.title()))
			.forEach(paper -> found.add(one(paper, named, reader, paths)));
		found.sort(Comparator.comparing(one -> one.line().on()));
		return found;
	}

	private One one(CasePapers.Paper paper, List<BatchItem> places, Actor reader, SafePaths paths) {
		Optional<Paper> signed = places.stream()
			.map(place -> this.issued.ofBatch(place.batchId()))
			.flatMap(Optional::stream)
			.filter(one -> one.number().equals(paper.number()))
			.findFirst()
			.flatMap(one -> signed(one, reader, paths));
		return new One(new Issued(paper.title(), paper.number(), paper.on(), this.labels.text(paper.state()),
				signed.map(Paper::path).orElse(null)), signed);
	}

	private Optional<Paper> signed(IssuedPaper paper, Actor reader, SafePaths paths) {
		try {
			PaperVersion scan = this.readPaper.read(reader, paper.batchId());
			String path = paths.path(this.labels.text("wholefile.folder.issued"),
					paper.number() + " " + scan.fileName());
			return Optional.of(new Paper(scan.id(), scan.dossierId(), new CaseData.Named(scan.kind(), paper.number()),
					null, scan.number(), scan.fileName(), scan.mediaType(), scan.size(), scan.sha256(), scan.byName(),
					this.labels.unit(scan.byUnitId(), scan.at()), scan.at(), true, path));
		}
		catch (BatchNotFound | NotYourBatch none) {
			return Optional.empty();
		}
	}

}
