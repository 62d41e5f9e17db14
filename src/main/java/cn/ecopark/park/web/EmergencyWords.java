package cn.ecopark.park.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.Emergency;
import cn.ecopark.park.EmergencyLevel;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Wording;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/**
 * What was reported of emergencies, in words: on a page of their own and beside each case
 * of the park.
 */
@Component
public class EmergencyWords {

	private final People people;

	private final Units units;

	private final Wording wording;

	private final Texts texts;

	EmergencyWords(People people, Units units, Wording wording, Texts texts) {
		this.people = people;
		this.units = units;
		this.wording = wording;
		this.texts = texts;
	}

	/**
	 * @return the whole of it, as something that must be read before anything is decided
	 * on the park
	 */
	public FileNote note(Emergency emergency, Locale locale) {
		List<FileNote.Passage> passages = new ArrayList<>();
		for (Emergency.Report report : emergency.reports()) {
			passages.add(new FileNote.Passage(label(report, locale), report.text()));
			if (!report.measures().isBlank()) {
				passages.add(new FileNote.Passage(this.texts.in(locale, "park.emergency.measures"), report.measures()));
			}
		}
		boolean over = emergency.isDealtWith();
		return new FileNote(
				this.texts.in(locale, "park.emergency.one",
						this.wording.moment(emergency.occurredAt().atZone(CaseTime.ZONE))),
				new Tag(this.texts.in(locale, over ? "park.emergency.over" : "park.emergency.goesOn"),
						over ? Tone.QUIET : Tone.BAD),
				List.of(EmergencyLevel.name(emergency.level(), locale)), passages);
	}

	private String label(Emergency.Report report, Locale locale) {
		String level = report.level();
		return this.texts.in(locale, level == null ? "park.emergency.said" : "park.emergency.reported",
				this.texts.in(locale, "park.emergency.kind." + report.kind()),
				this.units.nameOn(report.unitId(), report.at().atZone(CaseTime.ZONE).toLocalDate()),
				this.people.nameOf(report.personId()), this.wording.moment(report.at().atZone(CaseTime.ZONE)),
				level == null ? "" : EmergencyLevel.name(level, locale));
	}

}
