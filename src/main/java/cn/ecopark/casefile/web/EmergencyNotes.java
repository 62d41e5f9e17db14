package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.ReportedEmergencies;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.ReportEmergency;
import cn.ecopark.park.web.EmergencyWords;
import cn.ecopark.web.view.FileNote;

/**
 * What was reported of emergencies in the park, beside each case of it: whoever decides
 * on a title or on its loss has to know of them.
 */
@Component
class EmergencyNotes implements FileNotes {

	private final ReportedEmergencies reported;

	private final Cases cases;

	private final ReportEmergency reports;

	private final EmergencyWords words;

	EmergencyNotes(ReportedEmergencies reported, Cases cases, ReportEmergency reports, EmergencyWords words) {
		this.reported = reported;
		this.cases = cases;
		this.reports = reports;
		this.words = words;
	}

	@Override
	public List<FileNote> of(String dossierId, Actor reader, Locale locale) {
		if (!ReportEmergency.mayRead(reader) || !this.reported.mayBeInParkOf(dossierId)) {
			return List.of();
		}
		return this.cases.find(dossierId)
			.map((ecoCase) -> this.reports.of(ecoCase.park().id(), reader))
			.orElse(List.of())
			.stream()
			.map((emergency) -> this.words.note(emergency, locale))
			.toList();
	}

}
