package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.CaseWhereabouts.Place;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what a case is and how it stands. */
@Component
class CaseWords {

	private final RulePacks packs;

	private final Units units;

	private final CaseTime time;

	private final MessageSource messages;

	CaseWords(RulePacks packs, Units units, CaseTime time, MessageSource messages) {
		this.packs = packs;
		this.units = units;
		this.time = time;
		this.messages = messages;
	}

	String text(String key, Locale locale, @Nullable Object... arguments) {
		return String.valueOf(this.messages.getMessage(key, arguments, key, locale));
	}

	RulePack pack(EcoCase ecoCase) {
		return this.packs.get(ecoCase.release());
	}

	LocalDate today() {
		return this.time.today();
	}

	String kind(EcoCase ecoCase, Locale locale) {
		return pack(ecoCase).kindOfCase(ecoCase.kind()).label().in(locale);
	}

	/**
	 * @return what the kinds of case of all packs are called today, by procedure
	 */
	Map<String, String> kinds(Locale locale) {
		Map<String, String> kinds = new LinkedHashMap<>();
		this.packs.all()
			.forEach(pack -> pack.kindsOfCase().forEach(kind -> kinds.put(kind.process(), kind.label().in(locale))));
		return kinds;
	}

	/**
	 * @return province and kind of the park
	 */
	List<String> parkMeta(EcoCase ecoCase, Locale locale) {
		return List.of(this.units.provinceName(ecoCase.park().provinceCode()),
				text("park.kind." + ecoCase.park().kind(), locale));
	}

	/**
	 * @return what is under way, or how the case ended
	 */
	Tag state(EcoCase ecoCase, List<Place> places, Locale locale) {
		return switch (ecoCase.status()) {
			case DRAFT -> new Tag(text("casefile.status.DRAFT", locale), Tone.QUIET);
			case CLOSED -> outcome(String.valueOf(ecoCase.result()), pack(ecoCase), locale);
			case OPEN ->
				new Tag(isPublic(places) ? text("casefile.state.public", locale) : now(ecoCase, locale), Tone.STRONG);
		};
	}

	/** Before it has come into a stage, a case is where its kind begins. */
	private String now(EcoCase ecoCase, Locale locale) {
		String stage = ecoCase.stage();
		Procedure procedure = pack(ecoCase).procedures().get(stage == null ? ecoCase.kind() : stage);
		return procedure == null ? String.valueOf(stage)
				: english(locale) ? procedure.now().en() : procedure.now().zh();
	}

	private static boolean isPublic(List<Place> places) {
		return places.stream().anyMatch(place -> CaseWhereabouts.BEFORE_THE_PUBLIC.equals(place.step()));
	}

	Tag outcome(String code, RulePack pack, Locale locale) {
		OutcomeKind kind = pack.outcomes().get(code);
		if (kind == null) {
			return new Tag(code, Tone.QUIET);
		}
		return new Tag(english(locale) ? kind.englishLabel() : kind.label(), switch (kind.tone()) {
			case POSITIVE -> Tone.GOOD;
			case NEUTRAL -> Tone.QUIET;
			case CAUTION -> Tone.WARN;
			case NEGATIVE -> Tone.BAD;
		});
	}

	String role(String role, RulePack pack, Locale locale) {
		RulePack.Role known = pack.roles().get(role);
		return known == null ? role : english(locale) ? known.englishLabel() : known.label();
	}

	/**
	 * @return the date as far as it is known: day, month or year
	 */
	String date(KnownDate date, Locale locale) {
		String pattern = date.isExact() ? "web.date.full"
				: date.text().length() > "yyyy".length() ? "casefile.date.month" : "casefile.date.year";
		return DateTimeFormatter.ofPattern(text(pattern, locale), locale).format(date.earliest());
	}

	static boolean english(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
