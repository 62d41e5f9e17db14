package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.Series;
import cn.ecopark.web.view.Choice;

/** Puts together the page of all that goes by the day. */
@Component
class ReferencePages {

	private final ReferenceSeries series;

	private final Units units;

	private final CaseTime time;

	private final ReferenceWords words;

	private final CalendarPages calendar;

	ReferencePages(ReferenceSeries series, Units units, CaseTime time, ReferenceWords words, CalendarPages calendar) {
		this.calendar = calendar;
		this.series = series;
		this.units = units;
		this.time = time;
		this.words = words;
	}

	ReferencePage page(Locale locale) {
		Map<String, List<ReferencePage.Line>> byPack = new LinkedHashMap<>();
		for (Series one : this.series.ofPacks()) {
			byPack.computeIfAbsent(one.pack(), pack -> new ArrayList<>()).add(line(one, locale));
		}
		return new ReferencePage(byPack.entrySet()
			.stream()
			.map(pack -> new ReferencePage.Pack(this.words.pack(pack.getKey(), locale), pack.getValue()))
			.toList(), units(locale), this.calendar.years(locale));
	}

	private ReferencePage.Line line(Series one, Locale locale) {
		return new ReferencePage.Line(this.words.label(one, locale), SeriesPages.url(one), this.series.entries(one)
			.stream()
			.map(entry -> new ReferencePage.Row(entry.told(), entry.from(), ReferenceWords.lastDay(entry.to()),
					entry.source(), this.words.confirmed(entry.confirmed(), locale), this.words.state(entry, locale)))
			.toList());
	}

	private List<ReferencePage.Group> units(Locale locale) {
		LocalDate today = this.time.today();
		return this.units.kinds()
			.stream()
			.map(kind -> new ReferencePage.Group(this.units.label(kind, locale),
					this.units.allOf(kind)
						.stream()
						.map(unit -> new Choice(unit.id(), unit.nameOn(today), false))
						.toList()))
			.filter(group -> !group.units().isEmpty())
			.toList();
	}

}
