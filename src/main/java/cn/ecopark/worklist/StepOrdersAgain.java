package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.law.PutRightRules;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.IssueOrders;
import cn.ecopark.officialdocument.OfficialDocument;

/** The document of a step of a case once more. */
@Component
class StepOrdersAgain implements IssueOrders {

	private final Documents documents;

	private final WorkItems tasks;

	private final Opinions opinions;

	private final CaseTime time;

	StepOrdersAgain(Documents documents, WorkItems tasks, Opinions opinions, CaseTime time) {
		this.documents = documents;
		this.tasks = tasks;
		this.opinions = opinions;
		this.time = time;
	}

	@Override
	public boolean knows(OfficialDocument document) {
		return step(document).isPresent();
	}

	@Override
	public IssueOrder again(OfficialDocument document, LocalDate issuedOn) {
		Step step = step(document).orElseThrow();
		WorkItem item = step.item();
		String caseId = String.valueOf(item.subject().caseId());
		PutRightRules.dateOfDocument(issuedOn, decidedOn(item).orElse(document.issuedOn()), this.time.today());
		return new IssueOrder(
				item.task().release(), document.kind(), new IssueOrder.Place(document.dossierId(), caseId,
						item.task().stage(), item.id(), step.unitId(), Subject.ofCase(caseId)),
				null, List.of(), issuedOn, null, facts -> {
				});
	}

	/**
	 * The step in which it was made.
	 *
	 * @param unitId whose step it was
	 */
	private record Step(WorkItem item, String unitId) {
	}

	private Optional<Step> step(OfficialDocument document) {
		Long version = document.file().versionId();
		if (version == null) {
			return Optional.empty();
		}
		Optional<DocumentVersion> laid = this.documents.find(version);
		return laid.flatMap(one -> this.tasks.find(one.workItemId()))
			.filter(item -> item.subject().caseId() != null && item.outcome() != null
					&& item.description().issuedWith(item.outcome()).contains(document.kind()))
			.map(item -> new Step(item, laid.get().byUnitId()));
	}

	private Optional<LocalDate> decidedOn(WorkItem item) {
		return this.opinions.of(item.subject().dossierId())
			.stream()
			.filter(opinion -> opinion.workItemId() == item.id())
			.findFirst()
			.map(opinion -> LocalDate.ofInstant(opinion.at(), CaseTime.ZONE));
	}

}
