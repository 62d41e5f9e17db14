package cn.ecopark.park.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Emergency;
import cn.ecopark.park.EmergencyLevel;
import cn.ecopark.park.NotYourPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.ReportEmergency;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * Puts the page of a park's emergencies together, with what was typed in one of its
 * forms.
 */
@Component
class EmergencyPages {

	private final ReportEmergency reports;

	private final ParkAccess access;

	private final EmergencyWords words;

	private final CaseTime time;

	private final Texts texts;

	EmergencyPages(ReportEmergency reports, ParkAccess access, EmergencyWords words, CaseTime time, Texts texts) {
		this.reports = reports;
		this.access = access;
		this.words = words;
		this.time = time;
		this.texts = texts;
	}

	/**
	 * What was typed.
	 *
	 * @param emergency number of the one it is about; null for a new one
	 */
	record Typed(@Nullable Long emergency, String kind, String occurred, String level, String text, String measures) {

		ReportEmergency.Said said(Emergency.Kind what) {
			return new ReportEmergency.Said(what, this.level, this.text, this.measures);
		}

		/** What tells the inputs of its form from those of the others. */
		String suffix() {
			return EmergencyPages.suffix(this.emergency);
		}

	}

	private static String suffix(@Nullable Long emergency) {
		return emergency == null ? "" : "-" + emergency;
	}

	/**
	 * @throws NotYourPark if the reader is not to know of emergencies there
	 */
	EmergencyPage page(long parkId, @Nullable Typed typed, List<FieldError> errors, Actor reader, Locale locale) {
		if (!ReportEmergency.mayRead(reader)) {
			throw new NotYourPark();
		}
		Park park = this.access.read(reader, parkId);
		boolean speaks = ReportEmergency.mayReport(reader) || ReportEmergency.mayNote(reader);
		List<EmergencyPage.Line> lines = new ArrayList<>();
		for (Emergency emergency : this.reports.of(parkId, reader)) {
			lines.add(new EmergencyPage.Line(Long.toString(emergency.id()), this.words.note(emergency, locale),
					speaks ? entry(emergency.id(), emergency.level(), typed, reader, locale) : null));
		}
		List<String> sources = EmergencyLevel.on(this.time.today())
			.stream()
			.map(EmergencyLevel::source)
			.distinct()
			.toList();
		return new EmergencyPage(Long.toString(parkId), park.name(), lines,
				ReportEmergency.mayReport(reader) ? entry(null, "", typed, reader, locale) : null, sources, errors);
	}

	private EmergencyPage.Entry entry(@Nullable Long emergency, String level, @Nullable Typed typed, Actor reader,
			Locale locale) {
		boolean reporting = ReportEmergency.mayReport(reader);
		Typed here = typed != null && suffix(emergency).equals(typed.suffix()) ? typed : new Typed(emergency,
				(reporting ? Emergency.Kind.FURTHER : Emergency.Kind.NOTE).name(), "", level, "", "");
		return new EmergencyPage.Entry(suffix(emergency), kinds(emergency, here, reporting, locale), here.occurred(),
				reporting ? levels(here, locale) : List.of(), here.text(), here.measures(), reporting);
	}

	private List<Choice> kinds(@Nullable Long emergency, Typed here, boolean reporting, Locale locale) {
		List<Emergency.Kind> possible = emergency == null ? List.of()
				: reporting ? List.of(Emergency.Kind.FURTHER, Emergency.Kind.FINAL) : List.of(Emergency.Kind.NOTE);
		return possible.stream()
			.map((kind) -> new Choice(kind.name(), this.texts.in(locale, "park.emergency.kind." + kind),
					kind.name().equals(here.kind())))
			.toList();
	}

	private List<Choice> levels(Typed here, Locale locale) {
		return EmergencyLevel.on(this.time.today())
			.stream()
			.map((level) -> new Choice(level.code(), level.name().in(locale), level.code().equals(here.level())))
			.toList();
	}

}
