package cn.ecopark.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;

/** Puts a decision into words for the case file, its timeline and the audit. */
@Component
class DecisionRecord {

	private final CaseTime time;

	private final Units units;

	private final Timeline timeline;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	DecisionRecord(CaseTime time, Units units, Timeline timeline, Audit audit, ApplicationEventPublisher events) {
		this.time = time;
		this.units = units;
		this.timeline = timeline;
		this.audit = audit;
		this.events = events;
	}

	Instant now() {
		return this.time.now();
	}

	/**
	 * @param fields what the form was filled in with
	 * @param seenDocuments digests of what lay before the actor
	 */
	Opinion opinion(WorkItem item, Statement statement, Actor actor, Instant at, Map<String, Object> fields,
			List<String> seenDocuments) {
		return new Opinion(0, item.subject().dossierId(), item.subject().caseId(), item.id(),
				new Opinion.Step(item.task().stage(), item.task().taskKey(), item.task().name(),
						item.description().purpose()),
				new Opinion.Author(item.holder().role(), actor.personId(), actor.name(), actor.unitId(),
						this.units.nameOn(actor.unitId(), this.time.today())),
				statement.outcome(), statement.opinion(), item.description().audience(), item.description().secret(),
				at, item.form(), fields, seenDocuments);
	}

	void tell(WorkItem item, Opinion opinion, Actor actor) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("task", item.task().taskKey());
		details.put("item", item.id());
		details.put("outcome", opinion.outcome());
		details.put("text", opinion.text());
		details.put("fields", opinion.fields());
		details.put("documents", opinion.seenDocuments());
		this.audit.record(subject(item), "task.completed", details);
		this.events.publishEvent(new TaskCompleted(item.id(), item.subject(), item.task(), item.description().purpose(),
				item.holder().role(), actor.personId(), opinion.outcome()));
		String caseId = item.subject().caseId();
		if (caseId != null) {
			Audience audience = opinion.secret() ? Audience.OWN_UNIT : opinion.audience();
			// What is noted on an objection stays with those who handle it.
			String words = item.subject().objectionId() == null ? opinion.text() : "";
			this.timeline.wrote(caseId, audience, "casefile.timeline.decided", words, actor.name(),
					opinion.author().unitName(), item.task().name(), opinion.outcome());
		}
	}

	private static Subject subject(WorkItem item) {
		String batchId = item.subject().batchId();
		String caseId = item.subject().caseId();
		return caseId != null ? Subject.ofCase(caseId)
				: batchId != null ? Subject.ofBatch(batchId) : Subject.ofNotice(item.subject().dossierId());
	}

}
