package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Timeline;

/** Puts into words that a limit ends on another day because of the calendar. */
@Component
class RecountRecord {

	private final Audit audit;

	private final Timeline timeline;

	private final Cases cases;

	RecountRecord(Audit audit, Timeline timeline, Cases cases) {
		this.audit = audit;
		this.timeline = timeline;
		this.cases = cases;
	}

	@EventListener
	void on(DueRecounted recounted) {
		WorkItem item = recounted.item();
		this.audit.record(item.subject().chain(), "task.due-recounted", Map.of("item", item.id(), "task",
				item.task().taskKey(), "from", recounted.former().toString(), "to", recounted.lastDay().toString()));
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.timeline.happened(caseId, this.cases.audienceOf(caseId, item.holder().unitId()),
					"worklist.timeline.due-recounted", item.task().name(), recounted.former().toString(),
					recounted.lastDay().toString());
		}
	}

}
