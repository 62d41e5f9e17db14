package cn.ecopark.release.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.IssueLevel;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.release.Release;
import cn.ecopark.shared.Texts;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.TemplateFault;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Words of the pages on which templates are edited. */
@Component
class TemplateWords {

	private final Texts texts;

	private final ReleaseWords releases;

	TemplateWords(Texts texts, ReleaseWords releases) {
		this.texts = texts;
		this.releases = releases;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.texts.in(locale, key, arguments);
	}

	Tag state(Release release, boolean inForce, Locale locale) {
		return this.releases.state(release, inForce, locale);
	}

	String by(Release.Act act, Locale locale) {
		return this.releases.by(act, locale);
	}

	String label(OfficialDocumentKind kind, Locale locale) {
		return Texts.english(locale) ? kind.englishLabel() : kind.label();
	}

	String form(OfficialDocumentKind kind, Locale locale) {
		return this.texts.in(locale, "officialdocument.form." + kind.form());
	}

	String issuers(OfficialDocumentKind kind, Locale locale) {
		return kind.issuers().isEmpty() ? text("officialdocument.issuers.NONE", locale) : String.join(
				text("web.list.comma", locale),
				kind.issuers().stream().map(issuer -> text("officialdocument.issuers." + issuer, locale)).toList());
	}

	/**
	 * @return at which level it is issued; null where the release does not say so
	 */
	@Nullable String level(OfficialDocumentKind kind, Locale locale) {
		IssueLevel level = kind.issue().level();
		if (level == null) {
			return null;
		}
		String label = Texts.english(locale) ? level.englishLabel() : level.label();
		return text(kind.issue().confirmed() ? "release.templates.level" : "release.templates.level.unconfirmed",
				locale, label, kind.issue().source());
	}

	Tag confirmed(OfficialDocumentKind kind, Locale locale) {
		return kind.confirmed() ? new Tag(text("release.templates.confirmed", locale), Tone.GOOD)
				: new Tag(text("release.templates.unconfirmed", locale), Tone.WARN);
	}

	TemplatePage.Place place(DeclaredFact fact, Locale locale) {
		String label = fact.label();
		String inserted = switch (fact.type()) {
			case TEXT, DATE -> "{{" + label + "}}";
			case LIST -> "{{#" + label + "}}\n（{{序号}}）{{本项}}\n{{/" + label + "}}";
			case TABLE -> "{{#" + label + "}}\n| " + String.join(" | ", cells(fact)) + " |\n{{/" + label + "}}";
		};
		return new TemplatePage.Place(label, inserted, this.texts.in(locale, "officialdocument.fact." + fact.type()),
				fact.example().lines().findFirst().orElse(""), fact.optional());
	}

	private static List<String> cells(DeclaredFact fact) {
		return fact.columns().stream().map(column -> "{{" + column.label() + "}}").toList();
	}

	List<FieldError> errors(List<TemplateFault> faults, Locale locale) {
		return faults.stream()
			.map(fault -> new FieldError("source",
					text("officialdocument.fault." + fault.kind(), locale, Integer.toString(fault.line()),
							fault.word())))
			.toList();
	}

}
