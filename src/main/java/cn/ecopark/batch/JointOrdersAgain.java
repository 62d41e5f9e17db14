package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.IssueRules;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.IssueOrders;
import cn.ecopark.officialdocument.OfficialDocument;

/**
 * The joint document of a batch once more. Its right date is bounded as that of the first
 * one was: not before the last vote, not after today, and by the agreement of those who
 * are party to it on that day.
 */
@Component
class JointOrdersAgain implements IssueOrders {

	private final Batches batches;

	private final BatchItems items;

	private final JointDecisions decisions;

	private final Count count;

	private final JointDocuments joint;

	private final CaseTime time;

	JointOrdersAgain(Batches batches, BatchItems items, JointDecisions decisions, Count count, JointDocuments joint,
			CaseTime time) {
		this.batches = batches;
		this.items = items;
		this.decisions = decisions;
		this.count = count;
		this.joint = joint;
		this.time = time;
	}

	@Override
	public boolean knows(OfficialDocument document) {
		return document.number() != null && this.decisions.byNumber(document.number().text()).isPresent()
				&& this.batches.find(document.dossierId())
					.filter(batch -> this.joint.issues(batch, document.kind()))
					.isPresent();
	}

	@Override
	public IssueOrder again(OfficialDocument document, LocalDate issuedOn) {
		Batch batch = this.batches.lock(document.dossierId());
		Count.Reading reading = this.count.on(batch, issuedOn);
		List<BatchItem> named = this.items.named(batch.id());
		IssueRules.dateOfIssue(issuedOn,
				reading.ballots()
					.stream()
					.map(ballot -> LocalDate.ofInstant(ballot.at(), CaseTime.ZONE))
					.max(Comparator.naturalOrder())
					.orElse(null),
				this.time.today());
		named.forEach(item -> reading.decision().requireAgreement(item.park().name(), reading.votes(item)));
		return this.joint.again(batch, document.kind(), issuedOn);
	}

}
