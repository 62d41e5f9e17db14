package cn.ecopark.reference.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CalendarDays;
import cn.ecopark.calendar.CalendarDays.SpecialDay;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.reference.Series;
import cn.ecopark.reference.SetWorkingDays.Sort;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts together the pages of the calendar. */
@Component
class CalendarPages {

	/** Years before and after this one that are offered. */
	private static final int YEARS = 2;

	private final CalendarDays days;

	private final ReferenceSeries series;

	private final SeriesPages seriesPages;

	private final ReferenceWords words;

	private final CaseTime time;

	CalendarPages(CalendarDays days, ReferenceSeries series, SeriesPages seriesPages, ReferenceWords words,
			CaseTime time) {
		this.days = days;
		this.series = series;
		this.seriesPages = seriesPages;
		this.words = words;
		this.time = time;
	}

	List<ReferencePage.Year> years(Locale locale) {
		int present = this.time.today().getYear();
		List<Integer> arranged = this.days.years();
		return IntStream.rangeClosed(present - YEARS, present + YEARS)
			.mapToObj(year -> new ReferencePage.Year(String.valueOf(year),
					SeriesPages.url(new Series(Series.Kind.CALENDAR, String.valueOf(year))),
					state(arranged.contains(year), locale)))
			.toList();
	}

	private Tag state(boolean arranged, Locale locale) {
		return arranged ? new Tag(this.words.text("reference.calendar.arranged", locale), Tone.GOOD)
				: new Tag(this.words.text("reference.calendar.provisional", locale), Tone.WARN);
	}

	CalendarPage page(Series year, ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		int number = Integer.parseInt(year.of());
		return new CalendarPage(year.of(), state(this.days.years().contains(number), locale),
				this.series.lastChange(year), this.days.of(number).stream().map(day -> day(day, locale)).toList(),
				form(typed, locale), this.seriesPages.changes(year, locale), errors);
	}

	private CalendarPage.Day day(SpecialDay day, Locale locale) {
		return new CalendarPage.Day(day.day(), new Tag(sort(day.working() ? Sort.WORKDAY : Sort.HOLIDAY, locale),
				day.working() ? Tone.STRONG : Tone.QUIET), day.name(), day.source());
	}

	private String sort(Sort sort, Locale locale) {
		return this.words.text("reference.calendar.sort." + sort, locale);
	}

	private CalendarPage.Form form(ReferenceController.@Nullable Typed typed, Locale locale) {
		ReferenceStatement said = typed == null ? new ReferenceStatement("", 0, List.of(), "", "", false, "")
				: typed.statement();
		String chosen = at(said, 1);
		return new CalendarPage.Form(UUID.randomUUID().toString(), said.from(), at(said, 0),
				Arrays.stream(Sort.values())
					.map(sort -> new Choice(sort.name(), sort(sort, locale), sort.name().equals(chosen)))
					.toList(),
				at(said, 2), "true".equals(at(said, 3)), said.source(), said.confirmed(), said.reason());
	}

	private static String at(ReferenceStatement said, int place) {
		return place < said.words().size() ? said.words().get(place) : "";
	}

}
