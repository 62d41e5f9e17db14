package cn.ecopark.release.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.release.PackDifferences;
import cn.ecopark.release.Release;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says in the reader's language what became of a release. */
@Component
class ReleaseWords {

	private final Texts texts;

	ReleaseWords(Texts texts) {
		this.texts = texts;
	}

	Tag state(Release release, boolean inForce, Locale locale) {
		return switch (release.state()) {
			case DRAFT -> new Tag(this.texts.in(locale, "release.state.DRAFT"), Tone.BAD);
			case CHECKED ->
				release.proposed() == null ? new Tag(this.texts.in(locale, "release.state.CHECKED"), Tone.WARN)
						: new Tag(this.texts.in(locale, "release.state.PROPOSED"), Tone.WARN);
			case RELEASED -> inForce ? new Tag(this.texts.in(locale, "release.state.IN_FORCE"), Tone.GOOD)
					: new Tag(this.texts.in(locale, "release.state.RELEASED"), Tone.QUIET);
			case WITHDRAWN -> new Tag(this.texts.in(locale, "release.state.WITHDRAWN"), Tone.QUIET);
		};
	}

	String origin(Release release, Locale locale) {
		return this.texts.in(locale, "release.origin." + release.origin());
	}

	Tag kind(PackDifferences.Kind kind, Locale locale) {
		Tone tone = switch (kind) {
			case ADDED -> Tone.GOOD;
			case REMOVED -> Tone.BAD;
			case CHANGED -> Tone.STRONG;
			case REDRAWN -> Tone.QUIET;
		};
		return new Tag(this.texts.in(locale, "release.difference." + kind), tone);
	}

	Tag severity(PackFinding finding, Locale locale) {
		return new Tag(this.texts.in(locale, "release.severity." + finding.severity()),
				finding.severity() == PackFinding.Severity.ERROR ? Tone.BAD : Tone.WARN);
	}

	String finding(PackFinding finding, Locale locale) {
		return this.texts.of(locale, finding);
	}

	/** 数据, 流程图, 表单 or 文书模板, with the name of the file. */
	String file(String path, Locale locale) {
		int slash = path.indexOf('/');
		String kind = slash < 0 ? "data" : path.substring(0, slash);
		return this.texts.in(locale, "release.file." + kind);
	}

	/** What the property is called, or its key where it has no name. */
	String property(String key, Locale locale) {
		return this.texts.inOr(locale, "release.property." + key, key);
	}

	String by(Release.@Nullable Act act, Locale locale) {
		return act == null || act.person() == null ? this.texts.in(locale, "release.bySystem") : act.person();
	}

	static ZonedDateTime at(Instant at) {
		return at.atZone(CaseTime.ZONE);
	}

}
