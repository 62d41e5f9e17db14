package cn.ecopark.worklist;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.DocumentsOfStep;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.RulePacks;

/**
 * Keeps the evidence of a decision that has been checked: the opinion, the documents
 * handed in with it, the correction points, what the work panel asks for, and that the
 * task is done.
 */
@Component
class DecisionRecorder {

	private final WorkItems items;

	private final Opinions opinions;

	private final Documents documents;

	private final CaseFlow flow;

	private final DecidedPoints points;

	private final WorkPanels panels;

	private final DecisionRecord record;

	private final RulePacks packs;

	DecisionRecorder(WorkItems items, Opinions opinions, Documents documents, CaseFlow flow, DecidedPoints points,
			WorkPanels panels, DecisionRecord record, RulePacks packs) {
		this.packs = packs;
		this.items = items;
		this.opinions = opinions;
		this.documents = documents;
		this.flow = flow;
		this.points = points;
		this.panels = panels;
		this.record = record;
	}

	/**
	 * @param fields the fields of the form, as they are kept
	 * @param seen the documents that were there
	 */
	void keep(WorkItem item, Decision decision, Map<String, Object> fields, DocumentsOfStep seen, Actor actor) {
		Instant at = this.record.now();
		Statement statement = decision.statement();
		Opinion opinion = this.record.opinion(item, statement, actor, at, fields, seen.digests());
		long opinionId = this.opinions.add(opinion);
		this.documents.submit(item.id(), actor);
		String caseId = item.subject().caseId();
		if (caseId != null && item.subject().objectionId() == null) {
			if (this.packs.get(item.task().release()).isHeldBy(item.holder().role(), UnitLevel.PARK.name())) {
				this.flow.submitted(caseId);
			}
			else if (!item.description().pointsOn().isEmpty()) {
				this.points.record(caseId, item, statement, opinionId);
			}
		}
		this.panels.carryOut(item, decision, new WorkPanel.Kept(actor, opinionId));
		this.items.done(item.id(), statement.outcome(), actor.personId(), at);
		this.record.tell(item, opinion, actor);
	}

}
