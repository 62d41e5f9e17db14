package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.Series;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what series and entries are. */
@Component
class ReferenceWords {

	private final Texts texts;

	private final RulePacks packs;

	ReferenceWords(Texts texts, RulePacks packs) {
		this.texts = texts;
		this.packs = packs;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.texts.in(locale, key, arguments);
	}

	/** What the series says, and in which procedure. */
	String label(Series series, Locale locale) {
		String process = series.process();
		return process == null ? text("reference.kind." + series.kind(), locale)
				: text("reference.kind.of-procedure", locale, procedure(series.pack(), process, locale));
	}

	private String procedure(String pack, String process, Locale locale) {
		return releasesOf(pack).flatMap(one -> one.findKindOfCase(process).stream())
			.map(kind -> kind.label().in(locale))
			.findFirst()
			.orElse(process);
	}

	String pack(String id, Locale locale) {
		return releasesOf(id).map(one -> one.name().in(locale)).findFirst().orElse(id);
	}

	/** The one in force speaks before the one that waits. */
	private Stream<RulePack> releasesOf(String pack) {
		return Stream.concat(this.packs.all().stream(), this.packs.waiting().stream())
			.filter(one -> one.id().equals(pack));
	}

	Tag confirmed(boolean confirmed, Locale locale) {
		return confirmed ? new Tag(text("reference.confirmed", locale), Tone.GOOD)
				: new Tag(text("reference.unconfirmed", locale), Tone.WARN);
	}

	Tag state(ReferenceSeries.Entry entry, Locale locale) {
		if (entry.present()) {
			return new Tag(text("reference.state.present", locale), Tone.STRONG);
		}
		return new Tag(text(entry.begun() ? "reference.state.past" : "reference.state.coming", locale), Tone.QUIET);
	}

	static @Nullable LocalDate lastDay(@Nullable LocalDate to) {
		return to == null ? null : to.minusDays(1);
	}

}
