package cn.ecopark.release.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.SavedTemplates;
import cn.ecopark.officialdocument.Templates;
import cn.ecopark.release.EditPack;
import cn.ecopark.release.Release;
import cn.ecopark.release.Releases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.FieldError;

/** Puts the pages together on which templates are edited. */
@Component
class TemplatePages {

	/**
	 * Before a number: a text that was saved by itself, before texts were files of
	 * releases.
	 */
	private static final String SAVED = "saved-";

	private final RulePacks packs;

	private final OfficialDocumentKinds kinds;

	private final Templates templates;

	private final SavedTemplates saved;

	private final Releases releases;

	private final EditPack editPack;

	private final TemplateWords words;

	TemplatePages(RulePacks packs, OfficialDocumentKinds kinds, Templates templates, SavedTemplates saved,
			Releases releases, EditPack editPack, TemplateWords words) {
		this.packs = packs;
		this.kinds = kinds;
		this.templates = templates;
		this.saved = saved;
		this.releases = releases;
		this.editPack = editPack;
		this.words = words;
	}

	/** What was typed and could not be taken. */
	record Typed(String source, String reason, List<FieldError> errors) {
	}

	/** A text there was, with what came of it. */
	private record Earlier(String key, String source, TemplatePage.Version version) {
	}

	TemplatesPage list(Locale locale) {
		return new TemplatesPage(this.packs.all()
			.stream()
			.filter(pack -> !this.kinds.of(pack.release()).isEmpty())
			.map(pack -> group(pack, locale))
			.toList());
	}

	private TemplatesPage.Group group(RulePack pack, Locale locale) {
		ReleaseId base = this.editPack.base(pack.id()).id();
		return new TemplatesPage.Group(pack.name().in(locale), pack.release().toString(),
				this.kinds.of(base).stream().map(kind -> row(kind, pack.release(), locale)).toList());
	}

	private TemplatesPage.Row row(OfficialDocumentKind kind, ReleaseId inForce, Locale locale) {
		boolean changed = !this.kinds.find(inForce, kind.key())
			.map(this.templates::of)
			.equals(Optional.of(this.templates.of(kind)));
		return new TemplatesPage.Row(url(kind), this.words.label(kind, locale), this.words.form(kind, locale),
				this.words.issuers(kind, locale), this.words.level(kind, locale),
				changed ? kind.release().toString() : null, kind.source(), this.words.confirmed(kind, locale));
	}

	/**
	 * @param version the earlier text to show, null for the one that is edited
	 */
	TemplatePage show(OfficialDocumentKind kind, @Nullable String version, Locale locale) {
		List<Earlier> history = history(kind, locale);
		Optional<Earlier> shown = history.stream().filter(one -> one.key().equals(version)).findFirst();
		String source = shown.map(Earlier::source).orElseGet(() -> this.templates.of(kind));
		return page(kind, history, shown.map(one -> one.version().name()).orElse(null),
				new Typed(source, "", List.of()), locale);
	}

	TemplatePage refused(OfficialDocumentKind kind, Typed typed, Locale locale) {
		return page(kind, history(kind, locale), null, typed, locale);
	}

	private TemplatePage page(OfficialDocumentKind kind, List<Earlier> history, @Nullable String other, Typed typed,
			Locale locale) {
		ReleaseId inForce = this.packs.current(kind.release().pack()).release();
		TemplatePage.Head head = new TemplatePage.Head(this.words.label(kind, locale), inForce.toString(),
				kind.release().equals(inForce) ? null : kind.release().toString(), kind.source(),
				this.words.confirmed(kind, locale));
		String reason = other == null || !typed.reason().isEmpty() ? typed.reason()
				: this.words.text("release.template.restoring", locale, other);
		return new TemplatePage(url(kind), head, typed.source(), kind.release().toString(), other, reason,
				kind.facts().stream().map(fact -> this.words.place(fact, locale)).toList(),
				history.stream().map(Earlier::version).toList(), typed.errors());
	}

	/**
	 * The releases that brought another text than the one before them, the newest first.
	 */
	private List<Earlier> history(OfficialDocumentKind kind, Locale locale) {
		List<Release> releases = this.releases.of(kind.release().pack());
		List<Earlier> history = new ArrayList<>();
		for (int at = 0; at < releases.size(); at++) {
			Release release = releases.get(at);
			Optional<String> text = this.packs.files(release.id()).text(kind.template());
			Optional<String> before = at + 1 == releases.size() ? Optional.empty()
					: this.packs.files(releases.get(at + 1).id()).text(kind.template());
			if (text.isPresent() && !text.equals(before)) {
				history
					.add(new Earlier(release.id().toString(), text.get(), version(kind, release, text.get(), locale)));
			}
		}
		for (SavedTemplates.Saved saved : this.saved.history(kind.release().pack(), kind.key())) {
			String key = SAVED + saved.number();
			history.add(new Earlier(key, saved.source(),
					new TemplatePage.Version(this.words.text("release.template.saved-alone", locale, saved.number()),
							null, ReleaseWords.at(saved.at()), saved.by(), saved.reason(),
							url(kind) + "?version=" + key)));
		}
		return history;
	}

	private TemplatePage.Version version(OfficialDocumentKind kind, Release release, String text, Locale locale) {
		boolean edited = text.equals(this.templates.of(kind));
		ReleaseId inForce = this.packs.current(release.id().pack()).release();
		return new TemplatePage.Version(release.id().toString(),
				this.words.state(release, release.id().equals(inForce), locale), ReleaseWords.at(release.made().at()),
				this.words.by(release.made(), locale), release.note(),
				edited ? null : url(kind) + "?version=" + release.id());
	}

	static String url(OfficialDocumentKind kind) {
		return "/admin/papers/" + kind.release().pack() + "/" + kind.key();
	}

}
