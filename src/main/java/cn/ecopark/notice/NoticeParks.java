package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.JointText;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;

/**
 * The parks of a notice: those of its batch. A park still in a closed notice waits for
 * its objections.
 */
@Component
class NoticeParks {

	private final BatchItems items;

	private final BatchFlow batches;

	private final Objections objections;

	private final Suspensions suspensions;

	private final JointText text;

	NoticeParks(BatchItems items, BatchFlow batches, Objections objections, Suspensions suspensions, JointText text) {
		this.text = text;
		this.suspensions = suspensions;
		this.items = items;
		this.batches = batches;
		this.objections = objections;
	}

	List<BatchItem> in(String batchId) {
		return this.items.in(batchId);
	}

	/**
	 * @return those the public is or was shown: what left before the publication is not
	 * among them
	 */
	List<BatchItem> shown(PublicNotice notice) {
		return this.items.of(notice.batchId())
			.stream()
			.filter(item -> item.leftAt() == null || notice.publishedAt() == null
					|| !item.leftAt().isBefore(notice.publishedAt()))
			.toList();
	}

	/**
	 * @return the draft with title and introduction as they read for the parks that
	 * remain
	 */
	PublicNotice forThoseThatRemain(PublicNotice draft) {
		return draft.saying(this.text.following(draft.batchId(), draft.title()),
				this.text.following(draft.batchId(), draft.intro()));
	}

	Optional<BatchItem> find(String batchId, String caseId) {
		return this.items.find(batchId, caseId);
	}

	Set<String> withOpenObjection(String batchId) {
		return this.objections.ofNotice(batchId)
			.stream()
			.filter(Objection::isOpen)
			.map(Objection::caseId)
			.collect(Collectors.toSet());
	}

	/**
	 * @return those that wait although the period is over: an objection is open, or the
	 * case stands still
	 */
	Set<String> keptBack(String batchId) {
		Set<String> kept = new HashSet<>(withOpenObjection(batchId));
		kept.addAll(this.suspensions.among(in(batchId).stream().map(BatchItem::caseId).toList()));
		return kept;
	}

	void requireAgreement(String batchId) {
		this.batches.requireAgreement(batchId);
	}

	void goesOn(BatchItem item) {
		this.batches.sendResult(item.batchId(), item.caseId(), Meaning.PUBLISHED);
	}

	/** The notice as a document, dated the day of its publication. */
	void issueNotice(String batchId, LocalDate day) {
		this.batches.documentOn(batchId, Purpose.NOTICE_DRAFT, day);
	}

	/**
	 * @param reason code of the outcome because of which the park is struck out
	 * @return whether the park was in a batch it could be struck out of
	 */
	boolean struckOut(String caseId, String reason) {
		return this.batches.strikeOutAndTell(caseId, reason);
	}

}
