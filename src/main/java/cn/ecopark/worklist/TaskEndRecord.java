package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;
import cn.ecopark.worklist.Urgings.OfTask;

/**
 * Puts into words how tasks ended that nobody has done, and what became of their limits.
 * What somebody has done tells {@link DecisionRecord}.
 */
@Component
class TaskEndRecord {

	private final Audit audit;

	private final Timeline timeline;

	private final Cases cases;

	private final HolderNames names;

	private final Urgings urgings;

	TaskEndRecord(Audit audit, Timeline timeline, Cases cases, HolderNames names, Urgings urgings) {
		this.urgings = urgings;
		this.audit = audit;
		this.timeline = timeline;
		this.cases = cases;
		this.names = names;
	}

	@EventListener
	void on(TaskEnded ended) {
		if (ended.isDone()) {
			return;
		}
		String how = ended.end().as().name().toLowerCase(Locale.ROOT);
		String who = this.names.nameAt(ended.holder().unitId(), ended.holder().personId(), ended.at());
		OfTask urged = this.urgings.of(ended.itemId());
		this.audit.record(ended.subject().chain(), "task." + how, details(ended, who, urged));
		String caseId = ended.subject().caseId();
		if (caseId == null) {
			return;
		}
		Audience audience = this.cases.audienceOf(caseId, ended.holder().unitId());
		if (ended.end().isPassedOver()) {
			Urging silence = urged.all().get(urged.all().size() - 1);
			this.timeline.wrote(caseId, audience, TaskEndWords.sentence(ended, urged), silence.text(),
					this.names.nameAt(null, silence.personId(), ended.at()),
					this.names.nameAt(Units.OFFICE, null, ended.at()), TaskEndWords.arguments(ended, who, urged));
		}
		else {
			this.timeline.happened(caseId, audience, TaskEndWords.sentence(ended, urged),
					TaskEndWords.arguments(ended, who, urged));
		}
	}

	@EventListener
	void on(TaskReminded reminded) {
		this.audit.record(reminded.subject().chain(), "task.reminded", about(reminded.itemId(), reminded.holder()));
	}

	@EventListener
	void on(TaskOverdue overdue) {
		this.audit.record(overdue.subject().chain(), "task.overdue", about(overdue.itemId(), overdue.holder()));
		String caseId = overdue.subject().caseId();
		if (caseId != null) {
			this.timeline.happened(caseId, Audience.AUTHORITIES, "casefile.timeline.overdue", overdue.task().name());
		}
	}

	@EventListener
	void on(StepFailed failed) {
		StepRun.About about = failed.about();
		this.audit.record(
				about.batchId() != null ? Subject.ofBatch(about.batchId())
						: Subject.ofCase(String.valueOf(about.caseId())),
				"step.failed", Map.of("process", failed.step().process(), "step", failed.step().key(), "name",
						failed.step().name(), "fault", failed.fault()));
		if (about.caseId() != null) {
			this.timeline.happened(about.caseId(), Audience.AUTHORITIES, "worklist.timeline.failed",
					failed.step().name());
		}
	}

	private static Map<String, Object> details(TaskEnded ended, String who, OfTask urged) {
		Map<String, Object> details = about(ended.itemId(), ended.holder());
		details.put("task", ended.task().taskKey());
		details.put("name", ended.task().name());
		details.put("who", who);
		details.put("since", ended.opened().toString());
		put(details, "limit", ended.limit().key());
		put(details, "dueOn", ended.limit().dueOn());
		put(details, "event", ended.end().event());
		put(details, "eventName", ended.end().eventName());
		put(details, "reason", ended.end().reason());
		if (ended.hasLapsed() && !urged.isNone()) {
			details.put("urgedOn", urged.urgedOn().stream().map(LocalDate::toString).toList());
			put(details, "lastDay", urged.lastDay());
		}
		return details;
	}

	private static Map<String, Object> about(long itemId, WorkItem.Holder holder) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("item", itemId);
		put(details, "unit", holder.unitId());
		put(details, "person", holder.personId());
		return details;
	}

	private static void put(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value instanceof Long ? value : value.toString());
		}
	}

}
