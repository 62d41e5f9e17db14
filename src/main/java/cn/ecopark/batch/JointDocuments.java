package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.Composer;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.ProduceOfficialDocument;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * Makes the documents that a step of a batch produces: the joint one, and one for each
 * park.
 */
@Component
class JointDocuments {

	private final ProduceOfficialDocument produceDocument;

	private final WorkItems tasks;

	private final Opinions opinions;

	private final Count count;

	JointDocuments(ProduceOfficialDocument produceDocument, WorkItems tasks, Opinions opinions, Count count) {
		this.produceDocument = produceDocument;
		this.tasks = tasks;
		this.opinions = opinions;
		this.count = count;
	}

	/**
	 * Makes the joint document of the step in which that was stated.
	 * @param number one kept free for it; null for the next one
	 * @return the document; empty where the model asks for none
	 */
	Optional<OfficialDocument> produce(Batch batch, Opinion stated, LocalDate issuedOn,
			@Nullable DocumentNumber number) {
		return kinds(stated, stated.outcome()).stream()
			.findFirst()
			.map(kind -> this.produceDocument.produce(
					order(batch, kind, place(batch, stated, null, Subject.ofBatch(batch.id())), issuedOn, number)));
	}

	/**
	 * Makes the document of the step of that purpose on the day it takes effect, as a
	 * notice when it is published.
	 */
	void produceOn(Batch batch, Purpose step, LocalDate day) {
		this.opinions.latest(batch.id(), step).ifPresent(stated -> produce(batch, stated, day, null));
	}

	/** Lays what was drafted before those who are asked about it. */
	void draft(Batch batch, Opinion drafted, LocalDate day) {
		kinds(drafted, drafted.outcome()).forEach(kind -> this.produceDocument.draft(
				order(batch, kind, place(batch, drafted, null, Subject.ofBatch(batch.id())), day, null),
				this.count.pack(batch).document(DocumentKind.Use.JOINT_DRAFT).key()));
	}

	/**
	 * @return how the document would begin that is drafted in that step; empty where it
	 * makes none
	 */
	Optional<Composer.Beginning> beginning(Batch batch, WorkItem drafting, LocalDate day) {
		IssueOrder.Place place = new IssueOrder.Place(batch.id(), null, "", drafting.id(), Units.OFFICE,
				Subject.ofBatch(batch.id()));
		return drafting.description()
			.outcomes()
			.stream()
			.flatMap(outcome -> drafting.description().issuedWith(outcome).stream())
			.findFirst()
			.map(kind -> this.produceDocument.beginning(order(batch, kind, place, day, null)));
	}

	/** Makes what one park gets with the result. */
	void produceFor(Batch batch, String caseId, String result, JointDecision document) {
		this.opinions.latest(batch.id(), Purpose.ISSUE).ifPresent(stated -> {
			IssueOrder.Place place = place(batch, stated, caseId, Subject.ofCase(caseId));
			for (String kind : kinds(stated, result)) {
				this.produceDocument.produce(orderFor(batch, kind, place, document));
			}
		});
	}

	/**
	 * @return whether that kind of document is the one that the batch issues
	 */
	boolean issues(Batch batch, String kind) {
		return this.opinions.latest(batch.id(), Purpose.ISSUE)
			.filter(stated -> kinds(stated, stated.outcome()).contains(kind))
			.isPresent();
	}

	/**
	 * @return the order of the joint document once more, with another date and the next
	 * number
	 */
	IssueOrder again(Batch batch, String kind, LocalDate issuedOn) {
		Opinion stated = this.opinions.latest(batch.id(), Purpose.ISSUE).orElseThrow();
		return order(batch, kind, place(batch, stated, null, Subject.ofBatch(batch.id())), issuedOn, null);
	}

	/**
	 * @return the order of what one park got with the result, once more, by the document
	 * that holds now
	 */
	IssueOrder againFor(Batch batch, String caseId, String kind, JointDecision document) {
		Opinion stated = this.opinions.latest(batch.id(), Purpose.ISSUE).orElseThrow();
		return orderFor(batch, kind, place(batch, stated, caseId, Subject.ofCase(caseId)), document);
	}

	private IssueOrder orderFor(Batch batch, String kind, IssueOrder.Place place, JointDecision document) {
		return new IssueOrder(batch.release(), kind, place, batch.kind(),
				this.count.on(batch, document.issuedOn()).bodies(), document.issuedOn(), null,
				facts -> facts.text("namingNumber", document.number()));
	}

	private IssueOrder order(Batch batch, String kind, IssueOrder.Place place, LocalDate issuedOn,
			@Nullable DocumentNumber number) {
		return new IssueOrder(batch.release(), kind, place, batch.kind(), this.count.on(batch, issuedOn).bodies(),
				issuedOn, number, facts -> {
				});
	}

	private static IssueOrder.Place place(Batch batch, Opinion stated, @Nullable String caseId, Subject subject) {
		return new IssueOrder.Place(caseId == null ? batch.id() : caseId, caseId, "", stated.workItemId(), Units.OFFICE,
				subject);
	}

	private List<String> kinds(Opinion stated, String outcome) {
		return this.tasks.find(stated.workItemId())
			.map(task -> task.description().issuedWith(outcome))
			.orElse(List.of());
	}

}
