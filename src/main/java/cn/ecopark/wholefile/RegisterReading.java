package cn.ecopark.wholefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.CaseData.Issued;
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.wholefile.IssuedReading.One;

/** The papers of the register that were issued in the case or in one of its batches. */
@Component
class RegisterReading {

	private final OfficialDocuments papers;

	private final Labels labels;

	RegisterReading(OfficialDocuments papers, Labels labels) {
		this.papers = papers;
		this.labels = labels;
	}

	List<One> of(String caseId, List<BatchItem> places, Actor reader, SafePaths paths) {
		List<OfficialDocument> found = new ArrayList<>(this.papers.ofDossier(caseId));
		places.forEach(place -> found.addAll(this.papers.ofDossier(place.batchId())));
		return found.stream()
			.filter(paper -> Audience.of(reader).contains(paper.audience()))
			.map(paper -> one(paper, paths))
			.toList();
	}

	private One one(OfficialDocument paper, SafePaths paths) {
		String number = paper.number() == null ? null : paper.number().text();
		String name = Objects.requireNonNullElse(number, paper.title());
		String path = paths.path(this.labels.text("wholefile.folder.issued"), name + ".pdf");
		Instant at = paper.issuedOn().atStartOfDay(CaseTime.ZONE).toInstant();
		Long version = paper.file().versionId();
		Named lead = paper.bodies().stream().findFirst().map(one -> new Named(one.unitId(), one.name())).orElse(null);
		String by = lead == null ? this.labels.text("wholefile.by.hand") : String.join("、", paper.bodyNames());
		DocumentFile file = new DocumentFile(version == null ? 0 : version, paper.dossierId(),
				new Named(paper.kind(), paper.title()), null, 1, name + ".pdf", "application/pdf", paper.file().size(),
				paper.file().sha256(), by, lead, at, true, path);
		return new One(new Issued(paper.title(), number, paper.issuedOn(),
				this.labels.text("wholefile.standing." + paper.standing().state()), path), Optional.of(file));
	}

}
