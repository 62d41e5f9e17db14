package cn.ecopark.worklist.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.StepReminders;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.worklist.Supervision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** The open tasks of a case or batch, with what their holders were urged for. */
@Component
class UrgedSteps implements StepReminders {

	private final WorkItems items;

	private final Supervision supervision;

	private final UrgingWords words;

	private final HolderNames names;

	private final Cases cases;

	private final CaseTime time;

	UrgedSteps(WorkItems items, Supervision supervision, UrgingWords words, HolderNames names, Cases cases,
			CaseTime time) {
		this.items = items;
		this.supervision = supervision;
		this.words = words;
		this.names = names;
		this.cases = cases;
		this.time = time;
	}

	@Override
	public List<Reminder> of(String dossierId, Actor reader, Locale locale) {
		EcoCase ecoCase = this.cases.find(dossierId).orElse(null);
		List<WorkItem> open = ecoCase == null ? this.items.openOf(dossierId)
				: this.items.openOfCases(List.of(dossierId));
		Map<Long, String> urged = this.words.inShort(dossierId, open.stream().map(WorkItem::id).toList(), locale);
		Instant now = this.time.now();
		List<Reminder> reminders = new ArrayList<>();
		for (WorkItem item : open) {
			boolean offered = this.supervision.isOffered(reader, item);
			String done = urged.get(item.id());
			if (offered || done != null && mayKnow(reader, item, ecoCase)) {
				reminders.add(new Reminder(item.task().name(),
						this.names.nameAt(item.holder().unitId(), item.holder().personId(), now), done,
						offered ? "/tasks/" + item.id() + "/urging" : null));
			}
		}
		return reminders;
	}

	private boolean mayKnow(Actor reader, WorkItem item, @Nullable EcoCase ecoCase) {
		return ecoCase == null
				|| Audience.of(reader).contains(this.cases.audienceOf(ecoCase.id(), item.holder().unitId()));
	}

}
