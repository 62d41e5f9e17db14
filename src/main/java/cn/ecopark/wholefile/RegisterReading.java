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
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.wholefile.IssuedReading.One;

/** What the register says was issued in the case or in one of its batches. */
@Component
class RegisterReading {

	private final OfficialDocuments documents;

	private final Labels labels;

	RegisterReading(OfficialDocuments documents, Labels labels) {
		this.documents = documents;
		this.labels = labels;
	}

	List<One> of(String caseId, List<BatchItem> places, Actor reader, SafePaths paths) {
		List<OfficialDocument> found = new ArrayList<>(this.documents.ofDossier(caseId));
		places.forEach(place -> found.addAll(this.documents.ofDossier(place.batchId())));
		return found.stream()
			.filter(document -> Audience.of(reader).contains(document.audience()))
			.map(document -> one(document, paths))
			.toList();
	}

	private One one(OfficialDocument document, SafePaths paths) {
		String number = document.number() == null ? null : document.number().text();
		String name = Objects.requireNonNullElse(number, document.title());
		String path = paths.path(this.labels.text("wholefile.folder.issued"), name + ".pdf");
		Instant at = document.issuedOn().atStartOfDay(CaseTime.ZONE).toInstant();
		Long version = document.file().versionId();
		Named lead = document.bodies()
			.stream()
			.findFirst()
			.map(one -> new Named(one.unitId(), one.name()))
			.orElse(null);
		String by = lead == null ? this.labels.text("wholefile.by.hand") : String.join("、", document.bodyNames());
		DocumentFile file = new DocumentFile(version == null ? 0 : version, document.dossierId(),
				new Named(document.kind(), document.title()), null, 1, name + ".pdf", "application/pdf",
				document.file().size(), document.file().sha256(), by, lead, at, true, path);
		return new One(new CaseData.Issued(document.title(), number, document.issuedOn(), standing(document), path),
				Optional.of(file));
	}

	/** How it stands, and by which document it was superseded. */
	private String standing(OfficialDocument document) {
		String standing = this.labels.text("wholefile.standing." + document.standing().state());
		return Optional.ofNullable(document.standing().replacedBy())
			.flatMap(this.documents::byCode)
			.map(by -> this.labels.text("wholefile.standing.by", standing,
					by.number() == null ? by.title() : by.number().text()))
			.orElse(standing);
	}

}
