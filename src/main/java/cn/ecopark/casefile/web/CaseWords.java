package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.rulepack.NamesInPacks;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what a case is and how it stands. */
@Component
class CaseWords {

	private final RulePacks packs;

	private final Units units;

	private final CaseTime time;

	private final Texts texts;

	private final Suspensions suspensions;

	private final RetentionWords retention;

	CaseWords(RulePacks packs, Units units, CaseTime time, Texts texts, Suspensions suspensions,
			RetentionWords retention) {
		this.packs = packs;
		this.units = units;
		this.time = time;
		this.texts = texts;
		this.suspensions = suspensions;
		this.retention = retention;
	}

	/**
	 * @return which procedure it is, under which number, of what park, by which standard,
	 * and, once it has ended, for how long its file is kept
	 */
	List<String> meta(EcoCase ecoCase, Locale locale) {
		List<String> meta = new ArrayList<>();
		String number = ecoCase.number();
		meta.add(number == null ? kind(ecoCase, locale) : kind(ecoCase, locale) + " " + number);
		meta.addAll(parkMeta(ecoCase, locale));
		if (ecoCase.standard() != null) {
			meta.add(this.texts.in(locale, "casefile.case.standard", ecoCase.standard()));
		}
		if (!ecoCase.isOpen()) {
			meta.add(this.texts.in(locale, "casefile.case.retention", this.retention.of(ecoCase, locale)));
		}
		return meta;
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
	 * @return what the kinds of case are called by the packs in force, by procedure; all
	 * its names where packs call one differently
	 */
	Map<String, String> kinds(Locale locale) {
		NamesInPacks kinds = new NamesInPacks();
		this.packs.all()
			.forEach(pack -> pack.kindsOfCase().forEach(kind -> kinds.add(kind.process(), kind.label().in(locale))));
		return kinds.byKey();
	}

	/**
	 * @return what the procedure is called that comes round by the pack of today
	 */
	String periodicKind(Locale locale) {
		return this.packs.inForceOn(today()).periodicKind().label().in(locale);
	}

	/**
	 * @return province and kind of the park
	 */
	List<String> parkMeta(EcoCase ecoCase, Locale locale) {
		return List.of(this.units.provinceName(ecoCase.park().provinceCode()),
				this.texts.in(locale, "park.kind." + ecoCase.park().kind()));
	}

	/**
	 * @return ids of those of the cases that stand still, for all of a page at once
	 */
	Set<String> standingStill(Collection<EcoCase> cases) {
		return this.suspensions
			.among(cases.stream().filter(one -> one.status() == CaseStatus.OPEN).map(EcoCase::id).toList());
	}

	/**
	 * @param standingStill as {@link #standingStill}
	 * @return what is under way, or how the case ended
	 */
	Tag state(EcoCase ecoCase, List<CaseWhereabouts.Place> places, Set<String> standingStill, Locale locale) {
		return switch (ecoCase.status()) {
			case DRAFT -> new Tag(this.texts.in(locale, "casefile.status.DRAFT"), Tone.QUIET);
			case CLOSED -> outcome(String.valueOf(ecoCase.result()), pack(ecoCase), locale);
			case OPEN -> standingStill.contains(ecoCase.id())
					? new Tag(this.texts.in(locale, "casefile.state.suspended"), Tone.WARN)
					: new Tag(isPublic(places) ? this.texts.in(locale, "casefile.state.public") : now(ecoCase, locale),
							Tone.STRONG);
		};
	}

	/** Before it has come into a stage, a case is where its kind begins. */
	private String now(EcoCase ecoCase, Locale locale) {
		String stage = ecoCase.stage();
		Procedure procedure = pack(ecoCase).procedures().get(stage == null ? ecoCase.kind() : stage);
		return procedure == null ? String.valueOf(stage) : procedure.now().in(locale);
	}

	private static boolean isPublic(List<CaseWhereabouts.Place> places) {
		return places.stream().anyMatch(place -> CaseWhereabouts.BEFORE_THE_PUBLIC.equals(place.step()));
	}

	Tag outcome(String code, RulePack pack, Locale locale) {
		OutcomeKind kind = pack.outcomes().get(code);
		if (kind == null) {
			return new Tag(code, Tone.QUIET);
		}
		return new Tag(Texts.english(locale) ? kind.englishLabel() : kind.label(), switch (kind.tone()) {
			case POSITIVE -> Tone.GOOD;
			case NEUTRAL -> Tone.QUIET;
			case CAUTION -> Tone.WARN;
			case NEGATIVE -> Tone.BAD;
		});
	}

	String role(String role, RulePack pack, Locale locale) {
		Role known = pack.roles().get(role);
		return known == null ? role : Texts.english(locale) ? known.englishLabel() : known.label();
	}

	/**
	 * @return the date as far as it is known: day, month or year
	 */
	String date(KnownDate date, Locale locale) {
		String pattern = date.isExact() ? "web.date.full"
				: date.text().length() > "yyyy".length() ? "casefile.date.month" : "casefile.date.year";
		return DateTimeFormatter.ofPattern(this.texts.in(locale, pattern), locale).format(date.earliest());
	}

}
