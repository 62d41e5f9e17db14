package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.reference.ReferenceSeries.Entry;
import cn.ecopark.reference.Series;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what series and entries are. */
@Component
class ReferenceWords {

	private final MessageSource messages;

	private final RulePacks packs;

	ReferenceWords(MessageSource messages, RulePacks packs) {
		this.messages = messages;
		this.packs = packs;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** What the series says, and in which procedure. */
	String label(Series series, Locale locale) {
		String process = series.process();
		return process == null ? text("reference.kind." + series.kind(), locale)
				: text("reference.kind.of-procedure", locale, procedure(series.pack(), process, locale));
	}

	private String procedure(String pack, String process, Locale locale) {
		return this.packs.current(pack)
			.findKindOfCase(process)
			.map(kind -> english(locale) ? kind.label().en() : kind.label().zh())
			.orElse(process);
	}

	String pack(String id, Locale locale) {
		RulePack pack = this.packs.current(id);
		return english(locale) ? pack.name().en() : pack.name().zh();
	}

	Tag confirmed(boolean confirmed, Locale locale) {
		return confirmed ? new Tag(text("reference.confirmed", locale), Tone.GOOD)
				: new Tag(text("reference.unconfirmed", locale), Tone.WARN);
	}

	Tag state(Entry entry, Locale locale) {
		if (entry.present()) {
			return new Tag(text("reference.state.present", locale), Tone.STRONG);
		}
		return new Tag(text(entry.begun() ? "reference.state.past" : "reference.state.coming", locale), Tone.QUIET);
	}

	static @Nullable LocalDate lastDay(@Nullable LocalDate to) {
		return to == null ? null : to.minusDays(1);
	}

	private static boolean english(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
