package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.park.ReportEmergency;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.DeskNotes;

/** Emergencies that were reported and on which the Office has noted nothing yet. */
@Component
class EmergenciesOnDesks implements DeskNotes {

	private final ReportEmergency reports;

	private final Texts texts;

	EmergenciesOnDesks(ReportEmergency reports, Texts texts) {
		this.reports = reports;
		this.texts = texts;
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		return this.reports.notNoted(reader)
			.stream()
			.map(park -> new Note(this.texts.in(locale, "worklist.desk.emergencies", park.name(), park.number()),
					"/parks/" + park.id() + "/emergencies"))
			.toList();
	}

}
