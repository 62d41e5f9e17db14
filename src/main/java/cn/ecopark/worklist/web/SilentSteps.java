package cn.ecopark.worklist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.DeskNotes;
import cn.ecopark.worklist.Supervision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItemLimits;
import cn.ecopark.worklist.WorkItemLimits.LateStep;

/**
 * Tells the Office which steps of others are late and nobody has urged, and whose last
 * day is over.
 */
@Component
class SilentSteps implements DeskNotes {

	private final WorkItemLimits limits;

	private final HolderNames names;

	private final CaseTime time;

	private final Texts texts;

	SilentSteps(WorkItemLimits limits, HolderNames names, CaseTime time, Texts texts) {
		this.limits = limits;
		this.names = names;
		this.time = time;
		this.texts = texts;
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		if (reader.unitLevel() != UnitLevel.OFFICE || !reader.worksOnCases()) {
			return List.of();
		}
		LocalDate today = this.time.today();
		Instant now = this.time.now();
		List<Note> notes = new ArrayList<>();
		for (LateStep late : this.limits.lateSince(today)) {
			WorkItem item = late.item();
			if (Supervision.maySupervise(reader, item)) {
				String who = this.names.nameAt(item.holder().unitId(), item.holder().personId(), now);
				LocalDate lastDay = late.lastDay();
				notes.add(new Note(
						this.texts.in(locale, lastDay == null ? "worklist.note.late" : "worklist.note.last-day-over",
								item.subject().title(), who, item.task().name(), String.valueOf(lastDay)),
						"/tasks/" + item.id() + "/urging"));
			}
		}
		return notes;
	}

}
