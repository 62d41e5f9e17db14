package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.Issued;
import cn.ecopark.wholefile.CaseData.Paper;

/** What was issued and names the park, with the signed papers. */
@Component
class IssuedReading {

	private final ObjectProvider<CasePapers> papers;

	private final IssuedPapers issued;

	private final ReadPaper readPaper;

	private final PaperReading reading;

	private final Labels labels;

	IssuedReading(ObjectProvider<CasePapers> papers, IssuedPapers issued, ReadPaper readPaper, PaperReading reading,
			Labels labels) {
		this.papers = papers;
		this.issued = issued;
		this.readPaper = readPaper;
		this.reading = reading;
		this.labels = labels;
	}

	/**
	 * @return the signed paper of each of these batches that the reader may open, by its
	 * number
	 */
	Map<String, Paper> signed(List<BatchItem> places, Actor reader, RulePack pack, SafePaths paths) {
		Map<String, Paper> signed = new HashMap<>();
		for (BatchItem place : places) {
			Optional<IssuedPaper> paper = place.state() == BatchItem.State.STRUCK_OUT ? Optional.empty()
					: this.issued.ofBatch(place.batchId());
			paper.flatMap(one -> scan(reader, one))
				.ifPresent(scan -> signed.put(paper.get().number(),
						this.reading.data(scan, pack, this.labels.stage(pack, paper.get().kind()), paths,
								this.labels.text("wholefile.folder.issued"), paper.get().number())));
		}
		return signed;
	}

	private Optional<PaperVersion> scan(Actor reader, IssuedPaper paper) {
		try {
			return Optional.of(this.readPaper.read(reader, paper.batchId()));
		}
		catch (BatchNotFound | NotYourBatch none) {
			return Optional.empty();
		}
	}

	List<Issued> of(String caseId, Actor reader, Map<String, Paper> signed) {
		List<Issued> found = new ArrayList<>();
		this.papers.orderedStream()
			.flatMap(one -> one.of(caseId, reader).stream())
			.forEach(paper -> found
				.add(new Issued(paper.title(), paper.number(), paper.on(), this.labels.text(paper.state()),
						Optional.ofNullable(signed.get(Objects.requireNonNullElse(paper.number(), "")))
							.map(Paper::path)
							.orElse(null))));
		return found;
	}

}
