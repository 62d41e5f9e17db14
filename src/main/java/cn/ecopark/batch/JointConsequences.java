package cn.ecopark.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.officialdocument.DocumentConsequences;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.Reissue.Mistake;
import cn.ecopark.organisation.Audience;

/**
 * When the joint document of a batch is put right, its number and date are those of the
 * one that holds, and what each park got with it follows.
 */
@Component
@Order(1)
class JointConsequences implements DocumentConsequences {

	private final Batches batches;

	private final BatchItems items;

	private final JointDecisions decisions;

	private final DocumentsOfParks certificates;

	private final Timeline timeline;

	private final Audit audit;

	private final CaseTime time;

	JointConsequences(Batches batches, BatchItems items, JointDecisions decisions, DocumentsOfParks certificates,
			Timeline timeline, Audit audit, CaseTime time) {
		this.batches = batches;
		this.items = items;
		this.decisions = decisions;
		this.certificates = certificates;
		this.timeline = timeline;
		this.audit = audit;
		this.time = time;
	}

	@Override
	public void replaced(OfficialDocument wrong, OfficialDocument by, Mistake mistake) {
		stating(wrong).ifPresent(before -> {
			Batch batch = this.batches.lock(before.batchId());
			JointDecision now = new JointDecision(String.valueOf(by.number()), batch.id(), before.kind(), by.issuedOn(),
					by.file().versionId());
			this.decisions.putAside(before, now.number());
			this.decisions.add(now, this.time.now());
			this.batches.decidedAsCorrected(batch.id(), now.issuedOn());
			this.certificates.madeAnew(batch, now, mistake);
			this.audit.record(Subject.ofBatch(batch.id()), "batch.document-corrected",
					Map.of("number", before.number(), "by", now.number(), "issuedOn", now.issuedOn().toString()));
			tellParks(batch, "batch.timeline.corrected", mistake.what(), before.number(), now.number());
		});
	}

	@Override
	public void voided(OfficialDocument document, String reason) {
		stating(document).ifPresent(before -> {
			Batch batch = this.batches.lock(before.batchId());
			this.decisions.putAside(before, null);
			this.certificates.annulled(batch, reason);
			this.audit.record(Subject.ofBatch(batch.id()), "batch.document-voided",
					Map.of("number", before.number(), "reason", reason));
			tellParks(batch, "batch.timeline.voided", reason, before.number());
		});
	}

	private Optional<JointDecision> stating(OfficialDocument document) {
		return Optional.ofNullable(document.number())
			.flatMap(number -> this.decisions.byNumber(number.text()))
			.filter(JointDecision::holds);
	}

	private void tellParks(Batch batch, String message, String remark, Object... numbers) {
		List<BatchItem> named = this.items.named(batch.id());
		named
			.forEach(item -> this.timeline.wrote(item.caseId(), Audience.PUBLIC, message, remark, null, null, numbers));
	}

}
