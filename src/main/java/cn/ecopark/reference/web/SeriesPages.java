package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceChange;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.Series;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** Puts together the page of one series with its forms. */
@Component
class SeriesPages {

	/** More bodies than have ever decided together. */
	private static final int MOST_BODIES = 6;

	private final ReferenceSeries series;

	private final Units units;

	private final CaseTime time;

	private final ReferenceWords words;

	SeriesPages(ReferenceSeries series, Units units, CaseTime time, ReferenceWords words) {
		this.series = series;
		this.units = units;
		this.time = time;
		this.words = words;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.words.text(key, locale, arguments);
	}

	/** The kind as it stands in addresses. */
	static String path(Series.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String url(Series series) {
		return UriComponentsBuilder.fromPath("/admin/reference/" + path(series.kind()))
			.queryParam("of", series.of())
			.encode()
			.build()
			.toUriString();
	}

	/**
	 * @param typed what was sent and refused; null where nothing was
	 */
	SeriesPage page(Series one, ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		List<SeriesPage.Entry> entries = this.series.entries(one)
			.stream()
			.map(entry -> entry(one, entry, typed, locale))
			.toList();
		String title = one.kind() == Series.Kind.UNIT_NAME ? this.units.nameOn(one.of(), this.time.today())
				: this.words.label(one, locale);
		return new SeriesPage(path(one.kind()), one.of(), title, text("reference.lead." + one.kind(), locale),
				"/admin/reference/" + path(one.kind()), this.series.lastChange(one), entries,
				begin(one, lastWords(one), typed, locale), changes(one, locale), errors);
	}

	private SeriesPage.Entry entry(Series one, ReferenceSeries.Entry entry, ReferenceController.@Nullable Typed typed,
			Locale locale) {
		boolean sent = typed != null && typed.id() == entry.id();
		SeriesPage.Form form = sent && typed != null ? sent(one, typed, entry.words(), entry.begun(), locale)
				: new SeriesPage.Form(entry.id(), UUID.randomUUID().toString(), inputs(one, entry.words(), locale),
						Objects.toString(entry.from(), ""), entry.source(), entry.confirmed(), "", entry.begun(),
						false);
		return new SeriesPage.Entry(entry.told(), entry.from(), ReferenceWords.lastDay(entry.to()), entry.source(),
				this.words.confirmed(entry.confirmed(), locale), this.words.state(entry, locale), form, !entry.begun());
	}

	/** Of several bodies most stay, so that they need not be chosen again. */
	private List<String> lastWords(Series one) {
		List<ReferenceSeries.Entry> entries = this.series.entries(one);
		return one.kind() == Series.Kind.PARTIES && !entries.isEmpty() ? entries.get(entries.size() - 1).words()
				: List.of();
	}

	private SeriesPage.Form begin(Series one, List<String> words, ReferenceController.@Nullable Typed typed,
			Locale locale) {
		return typed != null && typed.id() == 0 ? sent(one, typed, List.of(), false, locale) : new SeriesPage.Form(0,
				UUID.randomUUID().toString(), inputs(one, words, locale), "", "", false, "", false, false);
	}

	private SeriesPage.Form sent(Series one, ReferenceController.Typed typed, List<String> former, boolean fixed,
			Locale locale) {
		var said = typed.statement();
		return new SeriesPage.Form(typed.id(), UUID.randomUUID().toString(),
				inputs(one, fixed ? former : said.words(), locale), said.from(), said.source(), said.confirmed(),
				said.reason(), fixed, true);
	}

	private List<SeriesPage.Input> inputs(Series one, List<String> values, Locale locale) {
		return switch (one.kind()) {
			case PARTIES -> bodies(values, locale);
			case TECHNICAL_UNIT -> List.of(new SeriesPage.Input("word0", text("reference.word.unit", locale),
					at(values, 0), choices(UnitLevel.TECHNICAL_UNIT, at(values, 0)), true));
			case TITLE -> List.of(typed("word0", "reference.word.titleZh", at(values, 0), locale),
					typed("word1", "reference.word.titleEn", at(values, 1), locale));
			case UNIT_NAME -> List.of(typed("word0", "reference.word.name", at(values, 0), locale),
					typed("word1", "reference.word.shortName", at(values, 1), locale));
			case CALENDAR, UNITS -> List.of();
		};
	}

	private List<SeriesPage.Input> bodies(List<String> values, Locale locale) {
		List<SeriesPage.Input> inputs = new ArrayList<>();
		for (int place = 0; place < MOST_BODIES; place++) {
			inputs.add(new SeriesPage.Input("word" + place,
					place == 0 ? text("reference.word.lead", locale) : text("reference.word.body", locale, place + 1),
					at(values, place), choices(UnitLevel.MINISTRY, at(values, place)), place == 0));
		}
		return inputs;
	}

	private SeriesPage.Input typed(String name, String label, String value, Locale locale) {
		return new SeriesPage.Input(name, text(label, locale), value, List.of(), true);
	}

	private List<Choice> choices(UnitLevel level, String chosen) {
		LocalDate today = this.time.today();
		return this.units.allAt(level)
			.stream()
			.filter(unit -> unit.id().equals(chosen) || this.units.isThereOn(unit.id(), today))
			.map(unit -> new Choice(unit.id(), unit.nameOn(today), unit.id().equals(chosen)))
			.toList();
	}

	private static String at(List<String> values, int place) {
		return place < values.size() ? values.get(place) : "";
	}

	List<SeriesPage.Change> changes(Series one, Locale locale) {
		return this.series.changes(one).stream().map(change -> change(change, locale)).toList();
	}

	private SeriesPage.Change change(ReferenceChange change, Locale locale) {
		return new SeriesPage.Change(text("reference.act." + change.act(), locale), change.by(),
				change.at().atZone(CaseTime.ZONE), change.before(), change.after(), change.source(),
				this.words.confirmed(change.confirmed(), locale), change.reason());
	}

}
