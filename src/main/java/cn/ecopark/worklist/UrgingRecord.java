package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;

/** Puts into words what the Office did about tasks that others do not do. */
@Component
class UrgingRecord {

	private final Audit audit;

	private final Timeline timeline;

	private final Cases cases;

	private final HolderNames names;

	UrgingRecord(Audit audit, Timeline timeline, Cases cases, HolderNames names) {
		this.audit = audit;
		this.timeline = timeline;
		this.cases = cases;
		this.names = names;
	}

	@EventListener
	void on(TaskUrged urged) {
		tell("urged", new Told(urged.subject(), urged.task(), urged.holder(), urged.urging(), urged.by()));
	}

	@EventListener
	void on(LastDaySet set) {
		tell("last-day-set", new Told(set.subject(), set.task(), set.holder(), set.urging(), set.by()));
	}

	@EventListener
	void on(StepHandedOver handed) {
		tell("handed-over", new Told(handed.subject(), handed.task(), handed.holder(), handed.urging(), handed.by()),
				this.names.nameAt(handed.to(), null, handed.urging().at()));
	}

	private record Told(WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder, Urging urging, Actor by) {
	}

	private void tell(String what, Told told) {
		tell(what, told, text(told.urging().lastDay()));
	}

	/**
	 * @param added the last day, or who has it from now on; empty for neither
	 */
	private void tell(String what, Told told, String added) {
		WorkItem.Holder holder = told.holder();
		Urging urging = told.urging();
		String who = this.names.nameAt(holder.unitId(), holder.personId(), urging.at());
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("item", urging.itemId());
		details.put("task", told.task().taskKey());
		details.put("who", who);
		details.put("text", urging.text());
		if (!added.isEmpty()) {
			details.put(urging.lastDay() == null ? "to" : "lastDay", added);
		}
		this.audit.record(told.subject().chain(), "task." + what, details);
		String caseId = told.subject().caseId();
		if (caseId != null) {
			this.timeline.wrote(caseId, this.cases.audienceOf(caseId, holder.unitId()), "worklist.timeline." + what,
					urging.text(), told.by().name(), this.names.nameAt(told.by().unitId(), null, urging.at()), who,
					told.task().name(), added);
		}
	}

	private static String text(@Nullable Object known) {
		return known == null ? "" : known.toString();
	}

}
