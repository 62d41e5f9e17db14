package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitDuties;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.UnitEnds;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.EndUnit;
import cn.ecopark.reference.EnterUnits;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts together the page on which units are closed and merged. */
@Component
class UnitEndsPages {

	/** Numbers of the forms, which stand after the names of their fields. */
	static final long END = 1;

	static final long TAKE_BACK = 2;

	private final Units units;

	private final UnitEnds ends;

	private final People people;

	private final EndUnit endUnit;

	private final ReferenceSeries series;

	private final SeriesPages seriesPages;

	private final ReferenceWords words;

	private final CaseTime time;

	UnitEndsPages(Units units, UnitEnds ends, People people, EndUnit endUnit, ReferenceSeries series,
			SeriesPages seriesPages, ReferenceWords words, CaseTime time) {
		this.units = units;
		this.ends = ends;
		this.people = people;
		this.endUnit = endUnit;
		this.series = series;
		this.seriesPages = seriesPages;
		this.words = words;
		this.time = time;
	}

	/**
	 * @param typed what was sent and refused; null where nothing was
	 */
	UnitEndsPage page(ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		LocalDate today = this.time.today();
		List<UnitEnd> all = this.ends.all();
		return new UnitEndsPage(EnterUnits.REGISTER.of(), this.series.lastChange(EnterUnits.REGISTER),
				all.stream().map(end -> ended(end, today, locale)).toList(), form(END, typed, today, all, locale),
				form(TAKE_BACK, typed, today, all, locale), this.seriesPages.changes(EnterUnits.REGISTER, locale),
				errors);
	}

	private UnitEndsPage.Ended ended(UnitEnd end, LocalDate today, Locale locale) {
		boolean come = end.hasComeBy(today);
		LocalDate lastDay = end.on().minusDays(1);
		String successor = end.successor();
		return new UnitEndsPage.Ended(this.units.nameOn(end.unitId(), lastDay),
				new Tag(this.words.text(come ? "reference.end.come" : "reference.end.coming", locale),
						come ? Tone.QUIET : Tone.WARN),
				end.on(), successor == null ? null : this.units.nameOn(successor, end.on()), end.reference(),
				this.words.confirmed(end.confirmed(), locale),
				this.people.membersOf(end.unitId()).stream().map(Person::displayName).toList(),
				come ? this.endUnit.duties(end.unitId()).stream().map(UnitDuties.Duty::words).toList() : List.of());
	}

	private SeriesPage.Form form(long id, ReferenceController.@Nullable Typed typed, LocalDate today,
			List<UnitEnd> ended, Locale locale) {
		boolean sent = typed != null && typed.id() == id;
		ReferenceStatement said = sent && typed != null ? typed.statement()
				: new ReferenceStatement("", 0, List.of(), "", "", false, "");
		return new SeriesPage.Form(id, UUID.randomUUID().toString(),
				id == END ? ofEnd(said.words(), today, locale) : ofTakingBack(said.words(), ended, locale), said.from(),
				said.source(), said.confirmed(), said.reason(), false, sent);
	}

	private List<SeriesPage.Input> ofEnd(List<String> values, LocalDate today, Locale locale) {
		return List.of(input(0, "endingUnit", present(today), values, true, locale),
				input(1, "successor", present(today), values, false, locale));
	}

	private List<SeriesPage.Input> ofTakingBack(List<String> values, List<UnitEnd> ended, Locale locale) {
		return List.of(input(0, "endedUnit", ended.stream()
			.map(end -> new Choice(end.unitId(), this.units.nameOn(end.unitId(), end.on().minusDays(1)), false)),
				values, true, locale));
	}

	private Stream<Choice> present(LocalDate today) {
		return EnterUnits.levels()
			.stream()
			.flatMap(level -> this.units.allAt(level).stream())
			.filter(unit -> this.units.isThereOn(unit.id(), today))
			.map((Unit unit) -> new Choice(unit.id(), unit.nameOn(today), false));
	}

	private SeriesPage.Input input(int place, String word, Stream<Choice> choices, List<String> values,
			boolean required, Locale locale) {
		String value = place < values.size() ? values.get(place) : "";
		return new SeriesPage.Input("word" + place, this.words.text("reference.word." + word, locale), value,
				choices.map(one -> new Choice(one.value(), one.label(), one.value().equals(value))).toList(), required);
	}

}
