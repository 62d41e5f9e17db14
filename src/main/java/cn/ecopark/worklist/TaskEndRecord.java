package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Audience;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.Timeline;

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

	TaskEndRecord(Audit audit, Timeline timeline, Cases cases, HolderNames names) {
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
		this.audit.record(chain(ended.subject()), "task." + how, details(ended, who));
		String caseId = ended.subject().caseId();
		if (caseId != null) {
			this.timeline.happened(caseId, audience(caseId, ended.holder()),
					"worklist.timeline." + TaskEndWords.key(ended), TaskEndWords.arguments(ended, who));
		}
	}

	@EventListener
	void on(TaskReminded reminded) {
		this.audit.record(chain(reminded.subject()), "task.reminded", about(reminded.itemId(), reminded.holder()));
	}

	@EventListener
	void on(TaskOverdue overdue) {
		this.audit.record(chain(overdue.subject()), "task.overdue", about(overdue.itemId(), overdue.holder()));
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

	/** A park is told what became of its own tasks, and of nobody else's. */
	private Audience audience(String caseId, WorkItem.Holder holder) {
		return this.cases.get(caseId).park().unitId().equals(holder.unitId()) ? Audience.PARK : Audience.AUTHORITIES;
	}

	private static Map<String, Object> details(TaskEnded ended, String who) {
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

	private static Subject chain(WorkItem.Subject subject) {
		String caseId = subject.caseId();
		String batchId = subject.batchId();
		return caseId != null ? Subject.ofCase(caseId)
				: batchId != null ? Subject.ofBatch(batchId) : Subject.ofNotice(subject.dossierId());
	}

}
