package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.TakenBackOpinions;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;

/**
 * Undoes what {@link DecisionRecorder} has kept, but for the documents: the opinion
 * counts no more, its points are none, those it has answered or settled are as they were,
 * and its receipts have fallen.
 */
@Component
class UndoSubmission {

	private static final String ANNULLED = "材料已由提交人撤回";

	private final TakenBackOpinions opinions;

	private final CorrectionPoints points;

	private final IssuedInStep issued;

	private final CaseFlow flow;

	private final Cases cases;

	private final Timeline timeline;

	private final Audit audit;

	UndoSubmission(TakenBackOpinions opinions, CorrectionPoints points, IssuedInStep issued, CaseFlow flow, Cases cases,
			Timeline timeline, Audit audit) {
		this.opinions = opinions;
		this.points = points;
		this.issued = issued;
		this.flow = flow;
		this.cases = cases;
		this.timeline = timeline;
		this.audit = audit;
	}

	/**
	 * @return ids of the points that take the places of those that it had to do with, by
	 * the ids of these
	 */
	Map<Long, Long> undo(WorkItem item, Opinion said, Reason reason, Actor actor) {
		String caseId = String.valueOf(item.subject().caseId());
		this.opinions.takeBack(said, reason, actor);
		Map<Long, Long> reopened = this.points.takeBack(caseId, said);
		this.issued.fall(item, ANNULLED);
		this.flow.takenBack(caseId, said.at());
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("task", item.task().taskKey());
		details.put("item", item.id());
		details.put("opinion", said.id());
		details.put("outcome", said.outcome());
		details.put("reason", reason.text());
		this.audit.record(Subject.ofCase(caseId), "task.taken-back", details);
		this.timeline.wrote(caseId, audience(said, item), "worklist.timeline.taken-back", reason.text(), actor.name(),
				said.author().unitName(), item.task().name());
		return reopened;
	}

	/** Whoever was told what was said, and a park what it has done itself. */
	private Audience audience(Opinion said, WorkItem item) {
		Audience own = this.cases.audienceOf(String.valueOf(said.caseId()), item.holder().unitId());
		return said.secret() ? Audience.OWN_UNIT : own.compareTo(said.audience()) > 0 ? own : said.audience();
	}

}
