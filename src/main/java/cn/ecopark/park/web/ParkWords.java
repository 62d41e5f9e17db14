package cn.ecopark.park.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what the register holds. */
@Component
class ParkWords {

	private static final int YEAR = 4;

	private static final int MONTH = 7;

	private final Units units;

	private final RulePacks packs;

	private final Texts texts;

	ParkWords(Units units, RulePacks packs, Texts texts) {
		this.units = units;
		this.packs = packs;
		this.texts = texts;
	}

	/** The park's status, as the pack calls it by which it was decided. */
	Tag status(Park park, ParkPacks.InForce packs, Locale locale) {
		LifeStatus status = park.lifeStatus();
		Tone tone = switch (status) {
			case NAMED -> Tone.GOOD;
			case UNDER_CONSTRUCTION -> Tone.STRONG;
			case PROSPECT -> Tone.QUIET;
			case REVOKED, REMOVED -> Tone.BAD;
		};
		return new Tag(status(status, packs.of(park), locale), tone);
	}

	/** What the packs in force call that status, each word once. */
	String status(LifeStatus status, ParkPacks.InForce packs, Locale locale) {
		return packs.all()
			.stream()
			.map(pack -> status(status, Optional.of(pack), locale))
			.distinct()
			.collect(Collectors.joining(this.texts.in(locale, "park.status.or")));
	}

	private String status(LifeStatus status, Optional<RulePack> pack, Locale locale) {
		return pack.flatMap(one -> one.wordForStatus(status.name()))
			.map(word -> word.in(locale))
			.orElseGet(() -> this.texts.in(locale, "park.status." + status));
	}

	/**
	 * A decision, as its pack calls the outcome that gives the status, or the status
	 * itself.
	 */
	String event(ParkEvent event, ParkPacks.InForce packs, Locale locale) {
		String status = event.lifeStatus().name();
		Optional<RulePack> pack = packs.of(event.decided());
		return pack.flatMap(one -> one.outcomeGiving(status))
			.map(outcome -> Texts.english(locale) ? outcome.englishLabel() : outcome.label())
			.or(() -> pack.flatMap(one -> one.wordForStatus(status)).map(word -> word.in(locale)))
			.orElseGet(() -> this.texts.in(locale, "park.event." + status));
	}

	String kind(ParkKind kind, Locale locale) {
		return this.texts.in(locale, "park.kind." + kind);
	}

	/** What comes round after naming, as the pack of today calls it. */
	String periodicKind(ParkPacks.InForce packs, Locale locale) {
		return packs.today()
			.map(pack -> pack.periodicKind().label().in(locale))
			.orElseGet(() -> this.texts.in(locale, "park.page.periodic"));
	}

	/** A recheck that was made, as its release calls it. */
	String recheck(ReleaseId release, Locale locale) {
		return this.packs.get(release).periodicKind().label().in(locale);
	}

	/** A grade or a result, as its release calls it. */
	String outcome(ReleaseId release, String code, Locale locale) {
		OutcomeKind kind = this.packs.get(release).outcome(code);
		return Texts.english(locale) ? kind.englishLabel() : kind.label();
	}

	String province(Park park) {
		return this.units.provinceName(park.provinceCode());
	}

	/** The city it is registered in, if any. */
	Optional<String> city(Park park) {
		return Optional.ofNullable(park.cityCode()).map(this.units::cityName);
	}

	/** 2019年7月5日, 2008年3月 or 2010年, as far as it is known. */
	String date(KnownDate date, Locale locale) {
		String text = date.text();
		return switch (text.length()) {
			case YEAR -> this.texts.in(locale, "park.date.year", text);
			case MONTH -> this.texts.in(locale, "park.date.month", text.substring(0, YEAR),
					Integer.toString(date.earliest().getMonthValue()));
			default -> this.texts.in(locale, "park.date.day", text.substring(0, YEAR),
					Integer.toString(date.earliest().getMonthValue()),
					Integer.toString(date.earliest().getDayOfMonth()));
		};
	}

}
