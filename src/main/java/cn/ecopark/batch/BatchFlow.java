package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.EndingRules;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;

/**
 * What the flow does to a batch: each call is one step of its process, in the transaction
 * that moves the token.
 */
@Component
@Transactional
public class BatchFlow {

	private final Batches batches;

	private final Count count;

	private final BatchRecord record;

	private final BatchProcess process;

	private final IssueJointDecision issuing;

	private final Opinions opinions;

	BatchFlow(Batches batches, Count count, BatchRecord record, BatchProcess process, IssueJointDecision issuing,
			Opinions opinions) {
		this.opinions = opinions;
		this.batches = batches;
		this.count = count;
		this.record = record;
		this.process = process;
		this.issuing = issuing;
	}

	/** How the ballots came out. */
	public enum BallotsResult {

		/** Every body agrees to every park left. */
		UNANIMOUS,
		/**
		 * About at least one park they are divided, somebody was silent, or no park is
		 * left.
		 */
		DIVIDED

	}

	/** What co-ordination led to. */
	public enum CoordinationResult {

		/** The ministries are asked again about at least one park. */
		ASK_AGAIN,
		/** Every park left is agreed to. */
		AGREED,
		/** No park is left. */
		EMPTY,
		/**
		 * The text goes back to the drafter; whoever agreed to the old one is asked
		 * again.
		 */
		REDRAFT

	}

	/**
	 * @return ids of the units that decide jointly, lead body first
	 */
	@Transactional(readOnly = true)
	public List<String> ministries(String batchId) {
		return this.count.of(this.batches.get(batchId)).bodies();
	}

	/**
	 * @return those of them that have not voted on every park in the present round
	 * @throws cn.ecopark.law.LegalRefusal when there is nobody who decides jointly
	 */
	@Transactional(readOnly = true)
	public List<String> toBeAsked(String batchId) {
		Batch batch = this.batches.get(batchId);
		Count.Reading reading = this.count.of(batch);
		reading.decision().requireBodies(batch.title());
		return reading.toBeAsked();
	}

	/**
	 * Counts the ballots of the present round by the pack's policy. Silence does not
	 * count as agreement.
	 */
	public BallotsResult tally(String batchId) {
		Batch batch = this.batches.lock(batchId);
		Count.Reading reading = this.count.of(batch);
		List<BatchItem> divided = reading.divided();
		BallotsResult result = divided.isEmpty() && !reading.in().isEmpty() ? BallotsResult.UNANIMOUS
				: BallotsResult.DIVIDED;
		this.record.noted(batch, "batch.tallied",
				Map.of("result", result.name(), "divided", divided.stream().map(BatchItem::caseId).toList()));
		this.record.publish(new BatchTallied(batchId, result, divided.stream().map(BatchItem::caseId).toList()));
		return result;
	}

	/**
	 * Carries out what the Office chose for each park on which the ministries were
	 * divided.
	 */
	public CoordinationResult applyCoordination(String batchId) {
		Batch batch = this.batches.lock(batchId);
		Count.Reading reading = this.count.of(batch);
		if (isSentBack(batch)) {
			this.record.noted(batch, "batch.coordinated", Map.of("result", CoordinationResult.REDRAFT.name()));
			return CoordinationResult.REDRAFT;
		}
		boolean again = false;
		for (BatchItem item : reading.divided()) {
			Optional<Ballot> office = chosenByTheOffice(reading, item);
			if (office.map(Ballot::choice).filter(reading.choices().strikesOut()::equals).isPresent()) {
				sendAway(batch, item, office.map(Ballot::reason).orElse(""));
			}
			else {
				this.count.askAgain(item);
				again = true;
			}
		}
		CoordinationResult result = this.record.closedWhenNobodyWaits(batch, this.count.pack(batch), Meaning.EMPTIED)
				? CoordinationResult.EMPTY : again ? CoordinationResult.ASK_AGAIN : CoordinationResult.AGREED;
		this.record.noted(batch, "batch.coordinated", Map.of("result", result.name()));
		return result;
	}

	/**
	 * Enters the document of the batch as the Office has just stated it.
	 * @throws BatchRefusals.NumberTaken when another document bears the number
	 * @throws BatchRefusals.MalformedNumber when it is no document number
	 * @throws cn.ecopark.law.LegalRefusal when the bodies of its date have not agreed to
	 * each park in the text that is to be issued, something is not on record or not
	 * settled, or the date is not lawful
	 */
	public JointDecision issueDocument(String batchId) {
		return this.issuing.issue(this.batches.lock(batchId));
	}

	/**
	 * @return the newest document of that kind which names the park of the case
	 */
	@Transactional(readOnly = true)
	public Optional<JointDecision> documentOf(String caseId, String kind) {
		return this.issuing.of(caseId, kind);
	}

	/**
	 * @return code of the standard that the batch fixed for the park of that case
	 */
	@Transactional(readOnly = true)
	public Optional<String> standardOf(String batchId, String caseId) {
		return this.count.place(batchId, caseId).map(BatchItem::standard);
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when the bodies have not agreed to each park
	 * left in the batch
	 */
	@Transactional(readOnly = true)
	public void requireAgreement(String batchId) {
		this.issuing.requireAgreement(this.batches.get(batchId));
	}

	/** Makes the document of the step of that purpose, on the day it takes effect. */
	public void documentOn(String batchId, Purpose step, LocalDate day) {
		this.issuing.documentOn(this.batches.get(batchId), step, day);
	}

	/**
	 * Makes what the park of the case gets with the newest document of that kind, for
	 * instance its certificate.
	 * @param result under which the model names it
	 */
	public void issueTo(String caseId, String kind, String result) {
		this.issuing.of(caseId, kind)
			.ifPresent(document -> this.issuing.issueTo(this.batches.get(document.batchId()), caseId, result));
	}

	/** Sends every park left on its way with the issued document; the batch is closed. */
	public void sendResults(String batchId) {
		Batch batch = this.batches.lock(batchId);
		for (BatchItem item : this.count.of(batch).in()) {
			deliver(batch, item, Meaning.ISSUED);
		}
		this.record.closedWhenNobodyWaits(batch, this.count.pack(batch), Meaning.ISSUED);
	}

	/**
	 * Sends one park on its way with that result, when it still waits in the batch; the
	 * last one closes the batch.
	 */
	public void sendResult(String batchId, String caseId, Meaning result) {
		Batch batch = this.batches.lock(batchId);
		this.count.of(batch).in().stream().filter(item -> item.caseId().equals(caseId)).forEach(item -> {
			deliver(batch, item, result);
			this.record.closedWhenNobodyWaits(batch, this.count.pack(batch), result);
		});
	}

	/**
	 * Takes the park out of the batch it waits in, because its case is withdrawn or
	 * closed. Nothing is sent to the case.
	 * @return whether it was in one
	 */
	public boolean strikeOut(String caseId, String reason) {
		return leave(caseId, reason, false);
	}

	/**
	 * Takes the park out of the batch it waits in and sends its case on its way as struck
	 * out.
	 * @return whether it was in one
	 */
	public boolean strikeOutAndTell(String caseId, String reason) {
		return leave(caseId, reason, true);
	}

	/**
	 * The ministries are asked anew about every park, because what they were asked about
	 * has changed.
	 */
	public void askAllAgain(String batchId) {
		Batch batch = this.batches.lock(batchId);
		this.count.of(batch).votedOn().forEach(this.count::askAgain);
	}

	private boolean isSentBack(Batch batch) {
		return this.opinions.last(batch.id())
			.filter(opinion -> this.count.pack(batch).means(opinion.outcome(), Meaning.REDRAFTS))
			.isPresent();
	}

	private boolean leave(String caseId, String reason, boolean tell) {
		Optional<Batch> found = this.count.present(caseId).map(BatchItem::batchId).map(this.batches::lock);
		Optional<BatchItem> item = found.flatMap(batch -> this.count.present(caseId));
		if (found.isEmpty() || item.isEmpty()) {
			return false;
		}
		Batch batch = found.get();
		EndingRules.onlyUntilTheDecision(this.issuing.ofBatch(batch.id()).map(JointDecision::number).orElse(null));
		if (tell) {
			sendAway(batch, item.get(), reason);
		}
		else {
			this.record.struckOut(batch, item.get(), reason);
		}
		// Only a public notice sends its results one by one: where others have theirs
		// already, it is one.
		if (this.record.closedWhenNobodyWaits(batch, this.count.pack(batch), Meaning.PUBLISHED)) {
			this.process.cancel(batch.id());
		}
		return true;
	}

	private void sendAway(Batch batch, BatchItem item, String reason) {
		if (this.record.struckOut(batch, item, reason)) {
			this.process.deliver(batch.id(), item.caseId(), code(batch, Meaning.STRUCK_OUT));
		}
	}

	private void deliver(Batch batch, BatchItem item, Meaning result) {
		String code = code(batch, result);
		if (this.record.done(batch, item, code)) {
			this.process.deliver(batch.id(), item.caseId(), code);
		}
	}

	private String code(Batch batch, Meaning result) {
		return this.count.pack(batch).outcome(result).code();
	}

	private static Optional<Ballot> chosenByTheOffice(Count.Reading reading, BatchItem item) {
		return reading.ballots()
			.stream()
			.filter(ballot -> ballot.caseId().equals(item.caseId()) && ballot.round() == item.round())
			.filter(ballot -> !reading.bodies().contains(ballot.unitId()))
			.findFirst();
	}

}
