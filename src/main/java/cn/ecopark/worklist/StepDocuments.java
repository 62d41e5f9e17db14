package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.ProduceOfficialDocument;
import cn.ecopark.organisation.Actor;

/**
 * Makes the official documents that a step of a case or objection produces, once the
 * token has moved: what its end has settled, as the case number at admission, stands on
 * them. Documents of a batch are made when its flow says so.
 */
@Component
class StepDocuments {

	private final ProduceOfficialDocument produceDocument;

	private final CaseTime time;

	StepDocuments(ProduceOfficialDocument produceDocument, CaseTime time) {
		this.produceDocument = produceDocument;
		this.time = time;
	}

	void produce(WorkItem item, String outcome, Actor actor) {
		String caseId = item.subject().caseId();
		if (caseId == null) {
			return;
		}
		IssueOrder.Place place = new IssueOrder.Place(item.subject().dossierId(), caseId, item.task().stage(),
				item.id(), actor.unitId(), Subject.ofCase(caseId));
		for (String kind : item.description().issuedWith(outcome)) {
			this.produceDocument.produce(new IssueOrder(item.task().release(), kind, place, null, List.of(),
					this.time.today(), null, facts -> {
					}));
		}
	}

}
