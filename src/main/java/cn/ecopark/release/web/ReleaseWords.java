package cn.ecopark.release.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.release.PackDifferences.Kind;
import cn.ecopark.release.Release;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what became of a release. */
@Component
class ReleaseWords {

	private final MessageSource messages;

	ReleaseWords(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	Tag state(Release release, boolean inForce, Locale locale) {
		return switch (release.state()) {
			case DRAFT -> new Tag(text("release.state.DRAFT", locale), Tone.BAD);
			case CHECKED -> release.proposed() == null ? new Tag(text("release.state.CHECKED", locale), Tone.WARN)
					: new Tag(text("release.state.PROPOSED", locale), Tone.WARN);
			case RELEASED -> inForce ? new Tag(text("release.state.IN_FORCE", locale), Tone.GOOD)
					: new Tag(text("release.state.RELEASED", locale), Tone.QUIET);
			case WITHDRAWN -> new Tag(text("release.state.WITHDRAWN", locale), Tone.QUIET);
		};
	}

	String origin(Release release, Locale locale) {
		return text("release.origin." + release.origin(), locale);
	}

	Tag kind(Kind kind, Locale locale) {
		Tone tone = switch (kind) {
			case ADDED -> Tone.GOOD;
			case REMOVED -> Tone.BAD;
			case CHANGED -> Tone.STRONG;
			case REDRAWN -> Tone.QUIET;
		};
		return new Tag(text("release.difference." + kind, locale), tone);
	}

	Tag severity(PackFinding finding, Locale locale) {
		return new Tag(text("release.severity." + finding.severity(), locale),
				finding.severity() == PackFinding.Severity.ERROR ? Tone.BAD : Tone.WARN);
	}

	String finding(PackFinding finding, Locale locale) {
		return this.messages.getMessage(finding, locale);
	}

	/** 数据, 流程图, 表单 or 文书模板, with the name of the file. */
	String file(String path, Locale locale) {
		int slash = path.indexOf('/');
		String kind = slash < 0 ? "data" : path.substring(0, slash);
		return text("release.file." + kind, locale);
	}

	/** What the property is called, or its key where it has no name. */
	String property(String key, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage("release.property." + key, null, key, locale));
	}

	String by(Release.@Nullable Act act, Locale locale) {
		return act == null || act.person() == null ? text("release.bySystem", locale) : act.person();
	}

	static ZonedDateTime at(Instant at) {
		return at.atZone(CaseTime.ZONE);
	}

}
