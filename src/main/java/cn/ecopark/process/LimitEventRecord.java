package cn.ecopark.process;

import java.time.LocalDate;
import java.util.Map;

import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;

/** Tells that an event ends on another day. */
@Component
class LimitEventRecord {

	private final Audit audit;

	private final Timeline timeline;

	LimitEventRecord(Audit audit, Timeline timeline) {
		this.audit = audit;
		this.timeline = timeline;
	}

	void moved(String caseId, HistoricActivityInstance event, LocalDate former, LocalDate lastDay) {
		this.audit.record(Subject.ofCase(caseId), "event.due-recounted",
				Map.of("event", event.getActivityId(), "from", former.toString(), "to", lastDay.toString()));
		this.timeline.happened(caseId, Audience.PARK, "process.timeline.event-recounted",
				String.valueOf(event.getActivityName()), former.toString(), lastDay.toString());
	}

}
