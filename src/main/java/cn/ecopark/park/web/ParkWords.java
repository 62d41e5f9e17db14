package cn.ecopark.park.web;

import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.ReleaseId;
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

	Tag status(LifeStatus status, Locale locale) {
		Tone tone = switch (status) {
			case NAMED -> Tone.GOOD;
			case UNDER_CONSTRUCTION -> Tone.STRONG;
			case PROSPECT -> Tone.QUIET;
			case REVOKED, REMOVED -> Tone.BAD;
		};
		return new Tag(this.texts.in(locale, "park.status." + status), tone);
	}

	String kind(ParkKind kind, Locale locale) {
		return this.texts.in(locale, "park.kind." + kind);
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
