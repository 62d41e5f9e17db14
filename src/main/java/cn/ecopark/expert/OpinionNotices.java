package cn.ecopark.expert;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.expert.JdbcPanelRecord.Stance;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.ProduceOfficialDocument;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/**
 * Tells what became of a panel's opinion: timeline, audit, and the document that states
 * it.
 */
@Component
class OpinionNotices {

	private final ProduceOfficialDocument produceDocument;

	private final Cases cases;

	private final CaseTime time;

	private final Timeline timeline;

	private final Audit audit;

	OpinionNotices(ProduceOfficialDocument produceDocument, Cases cases, CaseTime time, Timeline timeline,
			Audit audit) {
		this.produceDocument = produceDocument;
		this.cases = cases;
		this.time = time;
		this.timeline = timeline;
		this.audit = audit;
	}

	/**
	 * The authorities learn the count, the park only what holds.
	 */
	void counted(String caseId, String stage, JdbcPanelRecord.Draft draft, Map<Stance, Long> counts, boolean holds) {
		long signed = counts.getOrDefault(Stance.SIGNED, 0L);
		long dissented = counts.getOrDefault(Stance.DISSENTED, 0L);
		long silent = counts.getOrDefault(Stance.SILENT, 0L);
		this.audit.record(Subject.ofCase(caseId), "panel.signatures-counted",
				Map.of("stage", stage, "outcome", draft.outcome(), "opinion", draft.opinionId(), "signed", signed,
						"dissented", dissented, "silent", silent, "holds", holds));
		this.timeline.happened(caseId, Audience.AUTHORITIES,
				holds ? "expert.timeline.signed" : "expert.timeline.signed-by-too-few", draft.outcome(),
				signed + dissented + silent, signed, dissented, silent);
		if (holds) {
			this.timeline.happened(caseId, Audience.PARK, "expert.timeline.holds", draft.outcome());
		}
	}

	/**
	 * @param documents kinds of document; {@code OUTCOME:kind} is made with that outcome
	 * only
	 */
	void makeOut(String caseId, String stage, JdbcPanelRecord.Draft draft, List<String> documents) {
		IssueOrder.Place place = new IssueOrder.Place(caseId, caseId, stage, draft.workItemId(), Units.EXPERTS,
				Subject.ofCase(caseId));
		kindsFor(draft.outcome(), documents)
			.forEach(kind -> this.produceDocument.produce(new IssueOrder(this.cases.get(caseId).release(), kind, place,
					null, List.of(), this.time.today(), null, facts -> {
					})));
	}

	private static List<String> kindsFor(String outcome, List<String> documents) {
		return documents.stream()
			.filter(document -> !document.contains(":") || document.startsWith(outcome + ":"))
			.map(document -> document.substring(document.indexOf(':') + 1))
			.toList();
	}

}
