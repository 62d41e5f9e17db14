package cn.ecopark.process.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.process.pack.CaseMessage;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.process.pack.GivenByCall;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Texts;

/** Tells of each word of the catalogue what it does and what it asks for. */
@Component
class CataloguePages {

	private final Texts texts;

	CataloguePages(Texts texts) {
		this.texts = texts;
	}

	CataloguePage page(Locale locale) {
		return new CataloguePage(List.of(
				section("purpose", List.of("does", "where", "asks"),
						Stream.of(Purpose.values())
							.map(purpose -> new CataloguePage.Row(purpose.name(),
									List.of(said("purpose", purpose.name(), locale), kinds(purpose.standsIn(), locale),
											asks(purpose, locale)))),
						locale),
				section("effect", List.of("does", "where", "goesBy", "sets"),
						Stream.of(Effect.values())
							.map(effect -> new CataloguePage.Row(effect.text(),
									List.of(said("effect", effect.text(), locale), kinds(effect.standsIn(), locale),
											names(effect.needs()), effect.fact().orElse("")))),
						locale),
				section("given", List.of("does"),
						Stream.of(GivenByCall.values())
							.map(given -> new CataloguePage.Row(given.property("…"),
									List.of(said("given", given.text(), locale)))),
						locale),
				plain("message", CaseMessage.values(), CaseMessage::text, locale),
				plain("meaning", Meaning.values(), Meaning::name, locale),
				plain("limit", Limit.Use.values(), Limit.Use::name, locale),
				plain("document", DocumentKind.Use.values(), DocumentKind.Use::name, locale)));
	}

	private <E extends Enum<E>> CataloguePage.Section plain(String what, E[] words, Function<E, String> code,
			Locale locale) {
		return section(what, List.of("does"), Stream.of(words)
			.map(word -> new CataloguePage.Row(code.apply(word), List.of(said(what, code.apply(word), locale)))),
				locale);
	}

	private CataloguePage.Section section(String what, List<String> columns, Stream<CataloguePage.Row> rows,
			Locale locale) {
		return new CataloguePage.Section(this.texts.in(locale, "catalogue.title." + what),
				this.texts.in(locale, "catalogue.lead." + what),
				columns.stream().map(column -> this.texts.in(locale, "catalogue.column." + column)).toList(),
				rows.toList());
	}

	/** What a step of that purpose has to offer, part by part. */
	private String asks(Purpose purpose, Locale locale) {
		String each = purpose.isForEach().map(several -> several ? "each" : "one").orElse("either");
		return Stream
			.of(part("outcomes", names(purpose.offers()), locale),
					part("choices", names(purpose.offersForEachPark()), locale),
					part("fields", String.join(", ", purpose.fields()), locale),
					part("recites", String.join(", ", purpose.recites()), locale),
					this.texts.in(locale, "catalogue.asks." + each))
			.filter(part -> !part.isEmpty())
			.collect(Collectors.joining(this.texts.in(locale, "catalogue.and")));
	}

	private String part(String what, String names, Locale locale) {
		return names.isEmpty() ? "" : this.texts.in(locale, "catalogue.asks." + what, names);
	}

	private String kinds(Collection<Procedure.Kind> kinds, Locale locale) {
		return kinds.isEmpty() ? this.texts.in(locale, "catalogue.kind.any")
				: Arrays.stream(Procedure.Kind.values())
					.filter(kinds::contains)
					.map(kind -> this.texts.in(locale, "catalogue.kind." + kind))
					.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
	}

	private static String names(Collection<? extends Enum<?>> words) {
		return words.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
	}

	private String said(String what, String code, Locale locale) {
		return this.texts.in(locale, "catalogue." + what + "." + code);
	}

}
