package cn.ecopark.reference.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;
import cn.ecopark.reference.EnterUnits;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** Puts together the page on which kinds of units, cities and units are entered. */
@Component
class UnitsPages {

	/** Numbers of the forms, which stand after the names of their fields. */
	private static final long KIND = 1;

	private static final long CITY = 2;

	private static final long UNIT = 3;

	private final Units units;

	private final ReferenceSeries series;

	private final SeriesPages seriesPages;

	UnitsPages(Units units, ReferenceSeries series, SeriesPages seriesPages) {
		this.units = units;
		this.series = series;
		this.seriesPages = seriesPages;
	}

	/**
	 * @param typed what was sent and refused; null where nothing was
	 */
	UnitsPage page(ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return new UnitsPage(EnterUnits.REGISTER.of(), this.series.lastChange(EnterUnits.REGISTER), kinds(locale),
				cities(locale), form(KIND, typed, locale), form(CITY, typed, locale), form(UNIT, typed, locale),
				this.seriesPages.changes(EnterUnits.REGISTER, locale), errors);
	}

	private List<UnitsPage.Kind> kinds(Locale locale) {
		return this.units.kinds()
			.stream()
			.map(kind -> new UnitsPage.Kind(this.units.label(kind, locale), kind.code(),
					text("organisation.level." + kind.level(), locale), this.units.allOf(kind).size()))
			.toList();
	}

	private List<UnitsPage.Cities> cities(Locale locale) {
		return this.units.provinces()
			.stream()
			.map(province -> new UnitsPage.Cities(province.name(),
					String.join(text("web.list.comma", locale),
							this.units.cities()
								.stream()
								.filter(city -> city.provinceCode().equals(province.code()))
								.map(city -> city.name() + " " + city.code())
								.toList())))
			.filter(province -> !province.cities().isEmpty())
			.toList();
	}

	private SeriesPage.Form form(long id, ReferenceController.@Nullable Typed typed, Locale locale) {
		boolean sent = typed != null && typed.id() == id;
		ReferenceStatement said = sent && typed != null ? typed.statement()
				: new ReferenceStatement("", 0, List.of(), "", "", false, "");
		return new SeriesPage.Form(id, UUID.randomUUID().toString(), inputs(id, said.words(), locale), said.from(),
				said.source(), said.confirmed(), said.reason(), false, sent);
	}

	private List<SeriesPage.Input> inputs(long id, List<String> values, Locale locale) {
		if (id == KIND) {
			return List.of(typed(0, "code", values, true, locale), chosen(1, "level", levels(locale), values, locale),
					typed(2, "labelZh", values, true, locale), typed(3, "labelEn", values, true, locale));
		}
		if (id == CITY) {
			return List.of(chosen(0, "province", provinces(), values, locale),
					typed(1, "cityCode", values, true, locale), typed(2, "name", values, true, locale),
					typed(3, "shortName", values, true, locale));
		}
		return List.of(chosen(0, "kind", enterable(locale), values, locale),
				new SeriesPage.Input("word1", text("reference.word.area", locale), at(values, 1),
						chosen(areas(), at(values, 1)), false),
				typed(2, "unitCode", values, false, locale), typed(3, "name", values, true, locale),
				typed(4, "shortName", values, true, locale));
	}

	private Stream<Choice> levels(Locale locale) {
		return EnterUnits.levels()
			.stream()
			.map(level -> new Choice(level.name(), text("organisation.level." + level, locale), false));
	}

	private Stream<Choice> provinces() {
		return this.units.provinces().stream().map(province -> new Choice(province.code(), province.name(), false));
	}

	private Stream<Choice> enterable(Locale locale) {
		return this.units.kinds()
			.stream()
			.filter(kind -> EnterUnits.levels().contains(kind.level()))
			.map(kind -> new Choice(kind.code(), this.units.label(kind, locale), false));
	}

	/** Each province, and its cities after it. */
	private Stream<Choice> areas() {
		List<Choice> areas = new ArrayList<>();
		this.units.provinces().forEach(province -> {
			areas.add(new Choice(province.code(), province.name(), false));
			this.units.cities()
				.stream()
				.filter(city -> city.provinceCode().equals(province.code()))
				.forEach(city -> areas.add(new Choice(city.code(), province.name() + " " + city.name(), false)));
		});
		return areas.stream();
	}

	private SeriesPage.Input typed(int place, String word, List<String> values, boolean required, Locale locale) {
		return new SeriesPage.Input("word" + place, text("reference.word." + word, locale), at(values, place),
				List.of(), required);
	}

	private SeriesPage.Input chosen(int place, String word, Stream<Choice> choices, List<String> values,
			Locale locale) {
		return new SeriesPage.Input("word" + place, text("reference.word." + word, locale), at(values, place),
				chosen(choices, at(values, place)), true);
	}

	private static List<Choice> chosen(Stream<Choice> choices, String value) {
		return choices.map(choice -> new Choice(choice.value(), choice.label(), choice.value().equals(value))).toList();
	}

	private static String at(List<String> values, int place) {
		return place < values.size() ? values.get(place) : "";
	}

	private String text(String key, Locale locale) {
		return this.seriesPages.text(key, locale);
	}

}
