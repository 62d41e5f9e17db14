package cn.ecopark.studio.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import cn.ecopark.organisation.AccessToken;
import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Installation;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.Drafts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** Puts the page together that says how to work with the desktop Modeler. */
@Component
class DesktopPages {

	/** For how long a token is good where nobody chooses. */
	private static final int USUAL_DAYS = 30;

	private final Drafts drafts;

	private final DraftFiles files;

	private final RulePacks packs;

	private final AccessTokens tokens;

	private final Installation installation;

	private final StudioWords words;

	DesktopPages(Drafts drafts, DraftFiles files, RulePacks packs, AccessTokens tokens, Installation installation,
			StudioWords words) {
		this.drafts = drafts;
		this.files = files;
		this.packs = packs;
		this.tokens = tokens;
		this.installation = installation;
		this.words = words;
	}

	/**
	 * @param made the token that was made just now; null for none
	 * @param name as it was typed and refused
	 * @throws cn.ecopark.studio.StudioRefusals.DraftNotFound when there is no such draft
	 */
	DesktopPage page(UUID id, Actor reader, @Nullable String made, String name, List<FieldError> errors,
			Locale locale) {
		Draft draft = this.drafts.get(id);
		PackFiles files = this.files.of(draft);
		RulePack pack = this.packs.get(draft.basedOn());
		String url = url(draft);
		return new DesktopPage(url, StudioWords.url(draft), draft.title(), draft.isOpen(), address(draft, locale),
				files.in(PackFiles.DIAGRAMS)
					.keySet()
					.stream()
					.map(file -> file(url, file, this.words.diagram(pack, file, locale)))
					.toList(),
				files.in(PackFiles.FORMS).keySet().stream().map(file -> file(url, file, file)).toList(),
				this.tokens.of(reader).stream().map(DesktopPages::token).toList(), made, name,
				AccessTokens.DAYS.stream()
					.sorted()
					.map(days -> new Choice(String.valueOf(days),
							this.words.text("studio.desktop.days", locale, String.valueOf(days)), days == USUAL_DAYS))
					.toList(),
				errors);
	}

	private static DesktopPage.File file(String url, String file, String name) {
		return new DesktopPage.File(name, file, url + "/files/" + file);
	}

	private static DesktopPage.Token token(AccessToken token) {
		Instant used = token.lastUsed();
		return new DesktopPage.Token(token.id().toString(), token.name(), StudioWords.at(token.endsAt()),
				token.hasEnded(Instant.now()), used == null ? null : StudioWords.at(used));
	}

	/**
	 * The Modeler chooses no language: whoever reads English is given an address of it.
	 */
	private String address(Draft draft, Locale locale) {
		String here = this.installation.publicAddress();
		String host = here == null ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : here;
		String base = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
		return base + "/modeler/" + draft.id() + (Texts.english(locale) ? "/en" : "");
	}

	static String url(Draft draft) {
		return StudioWords.url(draft) + "/desktop";
	}

}
