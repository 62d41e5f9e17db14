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
import cn.ecopark.batch.JointDecision;
import cn.ecopark.batch.JointDecisions;
import cn.ecopark.batch.ReadOfficialDocument;
import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.wholefile.CaseData.DocumentFile;

/** What was issued and names the park, with the documents themselves. */
@Component
class IssuedReading {

	private final ObjectProvider<CaseOfficialDocuments> ofCases;

	private final JointDecisions issued;

	private final ReadOfficialDocument readDocument;

	private final RegisterReading register;

	private final Labels labels;

	IssuedReading(ObjectProvider<CaseOfficialDocuments> ofCases, JointDecisions issued,
			ReadOfficialDocument readDocument, RegisterReading register, Labels labels) {
		this.ofCases = ofCases;
		this.issued = issued;
		this.readDocument = readDocument;
		this.register = register;
		this.labels = labels;
	}

	/** One official document, and its file where there is one for the reader. */
	record One(CaseData.Issued line, Optional<DocumentFile> file) {
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
		this.ofCases.orderedStream()
			.flatMap(one -> one.of(caseId, reader).stream())
			.filter(document -> !registered.contains(String.valueOf(document.number()) + document.title()))
			.forEach(document -> found.add(one(document, named, reader, paths)));
		found.sort(Comparator.comparing(one -> one.line().on()));
		return found;
	}

	private One one(CaseOfficialDocuments.Issued document, List<BatchItem> places, Actor reader, SafePaths paths) {
		Optional<DocumentFile> signed = places.stream()
			.map(place -> this.issued.ofBatch(place.batchId()))
			.flatMap(Optional::stream)
			.filter(one -> one.number().equals(document.number()))
			.findFirst()
			.flatMap(one -> signed(one, reader, paths));
		return new One(new CaseData.Issued(document.title(), document.number(), document.on(),
				this.labels.text(document.state()), signed.map(DocumentFile::path).orElse(null)), signed);
	}

	private Optional<DocumentFile> signed(JointDecision document, Actor reader, SafePaths paths) {
		try {
			DocumentVersion scan = this.readDocument.read(reader, document.batchId());
			String path = paths.path(this.labels.text("wholefile.folder.issued"),
					document.number() + " " + scan.fileName());
			return Optional
				.of(new DocumentFile(scan.id(), scan.dossierId(), new CaseData.Named(scan.kind(), document.number()),
						null, scan.number(), scan.fileName(), scan.mediaType(), scan.size(), scan.sha256(),
						scan.byName(), this.labels.unit(scan.byUnitId(), scan.at()), scan.at(), true, path));
		}
		catch (BatchNotFound | NotYourBatch none) {
			return Optional.empty();
		}
	}

}
