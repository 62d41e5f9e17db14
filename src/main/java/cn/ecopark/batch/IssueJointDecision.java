package cn.ecopark.batch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.DocumentIncomplete;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.law.IssueRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Purpose;

/**
 * 编号、印发: enters the document that the Office has numbered and dated. Whatever led here,
 * it looks into the record itself whether the decision it states was taken.
 */
@Component
class IssueJointDecision {

	private final Opinions opinions;

	private final JointDecisions decisions;

	private final Count count;

	private final JointStandards standards;

	private final BatchRecord record;

	private final Documents documents;

	private final JointDocuments joint;

	private final CaseTime time;

	IssueJointDecision(Opinions opinions, JointDecisions decisions, Count count, JointStandards standards,
			BatchRecord record, Documents documents, JointDocuments joint, CaseTime time) {
		this.opinions = opinions;
		this.decisions = decisions;
		this.count = count;
		this.standards = standards;
		this.record = record;
		this.documents = documents;
		this.joint = joint;
		this.time = time;
	}

	/**
	 * @throws LegalRefusal when the bodies of the day have not agreed to each park in
	 * this text, something is not on record or not settled, or date or number are not
	 * lawful
	 */
	JointDecision issue(Batch batch) {
		noneMayBeHindered(batch);
		Opinion stated = this.opinions.latest(batch.id(), Purpose.ISSUE).orElseThrow(DocumentIncomplete::new);
		LocalDate day = issuedOn(stated);
		Count.Reading reading = this.count.on(batch, day);
		IssueRules.dateOfIssue(day, reading.ballots().isEmpty() ? null : lastVote(reading), this.time.today());
		requireAgreement(reading);
		this.standards.fix(batch, reading.in());
		JointDecision document = document(batch, stated, day);
		this.decisions.add(document, this.record.now());
		this.record.issued(batch, document, reading.in());
		return document;
	}

	/**
	 * What takes effect without a document of its own is decided on the day of its last
	 * vote.
	 * @throws LegalRefusal when the bodies of that day have not agreed to each park left,
	 * or something is not on record or not settled
	 */
	void requireAgreement(Batch batch) {
		noneMayBeHindered(batch);
		Count.Reading today = this.count.on(batch, null);
		requireAgreement(today.ballots().isEmpty() ? today : this.count.on(batch, lastVote(today)));
	}

	private static void requireAgreement(Count.Reading reading) {
		if (reading.in().isEmpty()) {
			throw new BatchRefusals.NothingChosen();
		}
		reading.in().forEach(item -> reading.decision().requireAgreement(item.park().name(), reading.votes(item)));
	}

	private static LocalDate lastVote(Count.Reading reading) {
		return reading.ballots()
			.stream()
			.map(ballot -> LocalDate.ofInstant(ballot.at(), CaseTime.ZONE))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * A number that the Office states is one kept free, or that of a document made
	 * outside where the model asks for no document.
	 */
	private JointDecision document(Batch batch, Opinion stated, LocalDate day) {
		String typed = stated.field("documentNumber");
		DocumentNumber number = typed.isBlank() ? null : DocumentNumber.of(typed);
		if (number != null) {
			IssueRules.yearOfNumber(number.year(), day);
		}
		Optional<OfficialDocument> made = this.joint.produce(batch, stated, day, number);
		DocumentNumber borne = made.map(OfficialDocument::number).orElse(number);
		if (borne == null) {
			throw new DocumentIncomplete();
		}
		Long version = made.map(document -> document.file().versionId())
			.or(() -> this.documents
				.newest(batch.id(), this.count.pack(batch).document(DocumentKind.Use.JOINT_SCAN).key())
				.map(DocumentVersion::id))
			.orElse(null);
		return new JointDecision(borne.text(), batch.id(), batch.kind(), day, version);
	}

	void documentOn(Batch batch, Purpose step, LocalDate day) {
		this.joint.produceOn(batch, step, day);
	}

	/** What the park of that case gets with the result. */
	void issueTo(Batch batch, String caseId, String result) {
		this.decisions.ofBatch(batch.id())
			.ifPresent(document -> this.joint.produceFor(batch, caseId, result, document));
	}

	Optional<JointDecision> of(String caseId, String kind) {
		return this.decisions.ofCase(caseId, kind);
	}

	Optional<JointDecision> ofBatch(String batchId) {
		return this.decisions.ofBatch(batchId);
	}

	private void noneMayBeHindered(Batch batch) {
		this.record.requireUnhindered(batch.kind(), this.count.of(batch).in().stream().map(BatchItem::caseId).toList());
	}

	private static LocalDate issuedOn(Opinion stated) {
		try {
			return LocalDate.parse(stated.field("issuedOn"));
		}
		catch (DateTimeParseException noDate) {
			throw new DocumentIncomplete();
		}
	}

}
