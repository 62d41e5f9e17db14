package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;

/**
 * Tells audit and timelines what happens to notices and objections. Who objected is told
 * nowhere.
 */
@Component
class NoticeRecord {

	/** What is kept is kept in Chinese, whatever language the objector read. */
	private static final Locale KEPT = Locale.SIMPLIFIED_CHINESE;

	private final CaseTime time;

	private final Audit audit;

	private final Timeline timeline;

	private final Opinions opinions;

	private final Texts texts;

	private final ApplicationEventPublisher events;

	NoticeRecord(CaseTime time, Audit audit, Timeline timeline, Opinions opinions, Texts texts,
			ApplicationEventPublisher events) {
		this.time = time;
		this.audit = audit;
		this.timeline = timeline;
		this.opinions = opinions;
		this.texts = texts;
		this.events = events;
	}

	Instant now() {
		return this.time.now();
	}

	void drafted(PublicNotice notice) {
		this.audit.record(Subject.ofNotice(notice.batchId()), "notice.drafted",
				Map.of("title", notice.title(), "publicationDay", notice.publicationDay().toString()));
	}

	/** Nobody outside knows of it yet, so that no case says so. */
	void publicationMoved(PublicNotice notice, Instant former, Instant at) {
		this.audit.record(Subject.ofNotice(notice.batchId()), "notice.publication-moved",
				Map.of("from", former.toString(), "to", at.toString()));
	}

	void published(PublicNotice notice, LocalDate closesOn, List<BatchItem> parks) {
		this.audit.record(Subject.ofNotice(notice.batchId()), "notice.published",
				Map.of("closesOn", closesOn.toString(), "cases", parks.stream().map(BatchItem::caseId).toList()));
		parks.forEach(park -> this.timeline.happened(park.caseId(), Audience.PUBLIC, "notice.timeline.published",
				notice.title(), closesOn.toString()));
		this.events.publishEvent(new NoticePublished(notice.batchId(), closesOn));
	}

	void extended(PublicNotice notice, LocalDate closesOn, List<BatchItem> parks) {
		this.audit.record(Subject.ofNotice(notice.batchId()), "notice.extended",
				Map.of("from", notice.closesOn().toString(), "to", closesOn.toString()));
		parks.forEach(park -> this.timeline.happened(park.caseId(), Audience.PUBLIC, "notice.timeline.extended",
				notice.title(), notice.closesOn().toString(), closesOn.toString()));
	}

	void closed(PublicNotice notice, List<String> waiting) {
		this.audit.record(Subject.ofNotice(notice.batchId()), "notice.closed", Map.of("waiting", waiting));
		waiting.forEach(caseId -> this.timeline.happened(caseId, Audience.AUTHORITIES, "notice.timeline.waiting",
				notice.title()));
		this.events.publishEvent(new NoticeClosed(notice.batchId(), waiting));
	}

	/**
	 * What was objected is the first statement in the objection's file, so that everybody
	 * who looks into it reads it there.
	 * @param pack of the park's case
	 */
	void filed(Objection objection, RulePack pack) {
		this.opinions.add(new Opinion(0, objection.id(), null, 0,
				new Opinion.Step(pack.only(Procedure.Kind.OBJECTION).key(), "Objection_Filed",
						this.texts.in(KEPT, "notice.objection.filed"), Purpose.ORDINARY),
				new Opinion.Author("PUBLIC", 0, this.texts.in(KEPT, "notice.objection.objector"), "",
						this.texts.in(KEPT, "notice.channel." + objection.channel().name())),
				pack.outcome(Meaning.OBJECTS).code(), objection.text(), Audience.AUTHORITIES, false, now(), null,
				Map.of(), List.of()));
		this.audit.record(Subject.ofNotice(objection.batchId()), "objection.filed",
				Map.of("objection", objection.id(), "case", objection.caseId(), "channel", objection.channel().name(),
						"receivedOn", objection.receivedOn().toString()));
		this.timeline.happened(objection.caseId(), Audience.AUTHORITIES,
				"notice.timeline.objection." + objection.channel().name());
	}

	void settled(Objection objection, Objection.State state) {
		this.audit.record(Subject.ofNotice(objection.batchId()), "objection.settled",
				Map.of("objection", objection.id(), "case", objection.caseId(), "state", state.name()));
		this.timeline.happened(objection.caseId(), Audience.AUTHORITIES, "notice.timeline.settled." + state.name());
	}

}
