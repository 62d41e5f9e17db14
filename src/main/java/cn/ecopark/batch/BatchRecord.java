package cn.ecopark.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.RulePack;

/** Keeps what happens to a batch and to its parks, with audit and timeline of each. */
@Component
class BatchRecord {

	private final Batches batches;

	private final BatchItems items;

	private final Hindrances hindrances;

	private final CaseTime time;

	private final Audit audit;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	BatchRecord(Batches batches, BatchItems items, Hindrances hindrances, CaseTime time, Audit audit, Timeline timeline,
			ApplicationEventPublisher events) {
		this.batches = batches;
		this.items = items;
		this.hindrances = hindrances;
		this.time = time;
		this.audit = audit;
		this.timeline = timeline;
		this.events = events;
	}

	Instant now() {
		return this.time.now();
	}

	Optional<Batch> composedWith(String submission) {
		return this.batches.ofSubmission(submission);
	}

	/**
	 * @throws LegalRefusal when something keeps one of the cases from being decided on
	 */
	void requireUnhindered(String kind, Collection<String> caseIds) {
		Collection<LegalRefusal> hindered = this.hindrances.among(kind, caseIds).values();
		if (!hindered.isEmpty()) {
			throw LegalRefusal.together(hindered);
		}
	}

	Batch composed(Batch batch, Collection<String> caseIds, String submission) {
		if (!this.batches.add(batch, submission)) {
			return this.batches.ofSubmission(submission).orElseThrow();
		}
		caseIds.forEach(caseId -> this.items.add(batch.id(), caseId));
		this.audit.record(Subject.ofBatch(batch.id()), "batch.composed",
				Map.of("kind", batch.kind(), "title", batch.title(), "cases", List.copyOf(caseIds)));
		publish(new BatchComposed(batch.id(), batch.kind(), List.copyOf(caseIds)));
		caseIds.stream().sorted().forEach(caseId -> {
			tellCase(caseId, "batch.joined", Map.of("batch", batch.id(), "title", batch.title()));
			this.timeline.happened(caseId, Audience.PARK, "batch.timeline.joined", batch.title());
		});
		return batch;
	}

	/**
	 * The park leaves without a decision. Its reason is for the authorities: ballots
	 * never reach the park.
	 */
	boolean struckOut(Batch batch, BatchItem item, String reason) {
		if (!this.items.leave(item, BatchItem.State.STRUCK_OUT, reason, now())) {
			return false;
		}
		Map<String, Object> details = Map.of("batch", batch.id(), "case", item.caseId(), "reason", reason);
		this.audit.record(Subject.ofBatch(batch.id()), "batch.struck-out", details);
		publish(new ParkStruckOut(batch.id(), item.caseId()));
		tellCase(item.caseId(), "batch.struck-out", details);
		this.timeline.happened(item.caseId(), Audience.PARK, "batch.timeline.struck-out", batch.title());
		if (!isCode(reason)) {
			this.timeline.wrote(item.caseId(), Audience.AUTHORITIES, "batch.timeline.reason", reason, null, null,
					batch.title());
		}
		return true;
	}

	/** A case that is withdrawn or closed says so itself. */
	private static boolean isCode(String reason) {
		return reason.isBlank() || reason.matches("[A-Z_]+");
	}

	/** The park has got its result. */
	boolean done(Batch batch, BatchItem item, String result) {
		if (!this.items.leave(item, BatchItem.State.DONE, "", now())) {
			return false;
		}
		tellCase(item.caseId(), "batch.result", Map.of("batch", batch.id(), "result", result));
		return true;
	}

	void noted(Batch batch, String action, Map<String, ?> details) {
		this.audit.record(Subject.ofBatch(batch.id()), action, details);
	}

	/** Tells other modules, in the same transaction. */
	void publish(Object event) {
		this.events.publishEvent(event);
	}

	/** The document is out: the batch is decided, and every park it names is told. */
	void issued(Batch batch, JointDecision document, List<BatchItem> parks) {
		this.batches.decided(batch.id(), document.issuedOn());
		noted(batch, "paper.issued", Map.of("number", document.number(), "issuedOn", document.issuedOn().toString(),
				"cases", parks.stream().map(BatchItem::caseId).toList()));
		this.events.publishEvent(new BatchIssued(batch.id(), batch.kind(), document.number()));
		parks.forEach(item -> toldPark(item.caseId(), "batch.timeline.issued", batch.title(), document.number()));
	}

	private void toldPark(String caseId, String message, Object... arguments) {
		this.timeline.happened(caseId, Audience.PUBLIC, message, arguments);
	}

	/**
	 * Closes the batch when no park waits in it any more; one that is closed stays so.
	 * @return whether no park waits
	 */
	boolean closedWhenNobodyWaits(Batch batch, RulePack pack, Meaning result) {
		List<BatchItem> all = this.items.of(batch.id());
		if (all.stream().anyMatch(BatchItem::isIn)) {
			return false;
		}
		boolean sent = all.stream().anyMatch(item -> item.state() == BatchItem.State.DONE);
		String outcome = pack.outcome(sent ? result : Meaning.EMPTIED).code();
		if (this.batches.close(batch.id(), outcome, now())) {
			noted(batch, "batch.closed", Map.of("result", outcome));
			publish(new BatchClosed(batch.id(), batch.kind(), outcome, !sent));
		}
		return true;
	}

	private void tellCase(String caseId, String action, Map<String, ?> details) {
		this.audit.record(Subject.ofCase(caseId), action, details);
	}

}
