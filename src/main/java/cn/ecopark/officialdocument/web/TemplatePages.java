package cn.ecopark.officialdocument.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.TemplateVersion;
import cn.ecopark.officialdocument.Templates;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Wording;
import cn.ecopark.web.view.FieldError;

/** Puts the pages together on which templates are edited. */
@Component
class TemplatePages {

	private final RulePacks packs;

	private final OfficialDocumentKinds kinds;

	private final Templates templates;

	private final TemplateWords words;

	private final Wording wording;

	private final Texts texts;

	TemplatePages(RulePacks packs, OfficialDocumentKinds kinds, Templates templates, TemplateWords words,
			Wording wording, Texts texts) {
		this.packs = packs;
		this.kinds = kinds;
		this.templates = templates;
		this.words = words;
		this.wording = wording;
		this.texts = texts;
	}

	/** What was typed and could not be taken. */
	record Typed(String source, String reason, List<FieldError> errors) {
	}

	TemplatesPage list(Locale locale) {
		return new TemplatesPage(this.packs.all()
			.stream()
			.filter((pack) -> !this.kinds.of(pack.release()).isEmpty())
			.map((pack) -> new TemplatesPage.Group(pack.name().zh(),
					this.kinds.of(pack.release()).stream().map((kind) -> row(kind, locale)).toList()))
			.toList());
	}

	/**
	 * @param version the one to show, null for that in force
	 */
	TemplatePage show(OfficialDocumentKind kind, @Nullable Integer version, Locale locale) {
		List<TemplateVersion> history = this.templates.history(kind);
		TemplateVersion current = history.get(0);
		TemplateVersion shown = history.stream()
			.filter((one) -> version != null && one.ref().version() == version)
			.findFirst()
			.orElse(current);
		return page(kind, history, shown, new Typed(shown.source(), "", List.of()), locale);
	}

	TemplatePage refused(OfficialDocumentKind kind, Typed typed, Locale locale) {
		List<TemplateVersion> history = this.templates.history(kind);
		return page(kind, history, history.get(0), typed, locale);
	}

	private TemplatePage page(OfficialDocumentKind kind, List<TemplateVersion> history, TemplateVersion shown,
			Typed typed, Locale locale) {
		TemplateVersion current = history.get(0);
		TemplatePage.Head head = new TemplatePage.Head(this.words.label(kind, locale), kind.release().pack(),
				this.words.version(current.ref().version(), locale), kind.source(), this.words.confirmed(kind, locale));
		String other = shown.equals(current) ? null : this.words.version(shown.ref().version(), locale);
		String reason = other == null || !typed.reason().isEmpty() ? typed.reason()
				: this.texts.in(locale, "officialdocument.template.restoring", other);
		return new TemplatePage(url(kind), head, typed.source(), current.ref().version(), other, reason,
				kind.facts().stream().map((fact) -> this.words.place(fact, locale)).toList(),
				history.stream().map((version) -> version(kind, version, current, locale)).toList(), typed.errors());
	}

	private TemplatePage.Version version(OfficialDocumentKind kind, TemplateVersion version, TemplateVersion current,
			Locale locale) {
		int number = version.ref().version();
		return new TemplatePage.Version(this.words.version(number, locale), local(version.savedAt()), version.savedBy(),
				version.reason(), version.equals(current) ? null : url(kind) + "?version=" + number);
	}

	private TemplatesPage.Row row(OfficialDocumentKind kind, Locale locale) {
		TemplateVersion current = this.templates.current(kind);
		String changed = current.savedAt() == null ? null : this.texts.in(locale, "officialdocument.templates.savedBy",
				this.wording.moment(local(current.savedAt())), current.savedBy());
		return new TemplatesPage.Row(url(kind), this.words.label(kind, locale), this.words.form(kind, locale),
				this.words.issuers(kind, locale), this.words.version(current.ref().version(), locale), changed,
				kind.source(), this.words.confirmed(kind, locale));
	}

	private static @Nullable ZonedDateTime local(@Nullable Instant at) {
		return at == null ? null : at.atZone(ZoneId.systemDefault());
	}

	private static String url(OfficialDocumentKind kind) {
		return "/admin/papers/" + kind.release().pack() + "/" + kind.key();
	}

}
