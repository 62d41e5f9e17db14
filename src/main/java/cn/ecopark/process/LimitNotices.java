package cn.ecopark.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Audience;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * What the timers of a limit do: the holder is reminded, and an ended limit shows with
 * the unit's supervisors and in the record.
 */
@Component
class LimitNotices {

	private final WorkItems items;

	private final Timeline timeline;

	private final Audit audit;

	LimitNotices(WorkItems items, Timeline timeline, Audit audit) {
		this.items = items;
		this.timeline = timeline;
		this.audit = audit;
	}

	void remind(String engineTaskId) {
		this.items.marked(engineTaskId, false);
	}

	void overdue(String engineTaskId) {
		this.items.marked(engineTaskId, true);
		this.items.ofEngineTask(engineTaskId).filter(WorkItem::isOpen).ifPresent(this::tell);
	}

	private void tell(WorkItem item) {
		String caseId = item.subject().caseId();
		String unit = item.holder().unitId();
		this.audit.record(caseId != null ? Subject.ofCase(caseId) : Subject.ofBatch(item.subject().dossierId()),
				"task.overdue", Map.of("item", item.id(), "unit", unit == null ? "" : unit));
		if (caseId != null) {
			this.timeline.happened(caseId, Audience.AUTHORITIES, "casefile.timeline.overdue", item.task().name());
		}
	}

}
