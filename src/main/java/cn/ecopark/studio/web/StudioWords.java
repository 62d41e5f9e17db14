package cn.ecopark.studio.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what becomes of a draft. */
@Component
class StudioWords {

	/** How names of diagrams end. */
	private static final String DIAGRAM = ".bpmn";

	private final Texts texts;

	StudioWords(Texts texts) {
		this.texts = texts;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.texts.in(locale, key, arguments);
	}

	String textOr(String key, String otherwise, Locale locale) {
		return this.texts.inOr(locale, key, otherwise);
	}

	FieldError error(String field, Refusal refusal, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
	}

	Tag state(Draft draft, Locale locale) {
		Tone tone = switch (draft.state()) {
			case OPEN -> Tone.STRONG;
			case MADE -> Tone.GOOD;
			case LAID_ASIDE -> Tone.QUIET;
		};
		return new Tag(this.texts.in(locale, "studio.state." + draft.state()), tone);
	}

	/**
	 * @param file name of its file, as {@code naming.bpmn}
	 * @return what the diagram is called
	 */
	String diagram(RulePack pack, String file, Locale locale) {
		Procedure known = file.endsWith(DIAGRAM)
				? pack.procedures().get(file.substring(0, file.length() - DIAGRAM.length())) : null;
		return known == null ? file : Texts.english(locale) ? known.englishLabel() : known.label();
	}

	static ZonedDateTime at(Instant at) {
		return at.atZone(CaseTime.ZONE);
	}

	static String url(Draft draft) {
		return "/admin/studio/" + draft.id();
	}

}
