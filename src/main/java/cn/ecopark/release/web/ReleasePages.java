package cn.ecopark.release.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.release.Release;
import cn.ecopark.release.Releases;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** Puts the pages of rule packs and their releases together. */
@Component
class ReleasePages {

	private final Releases releases;

	private final RulePacks packs;

	private final PackCheck check;

	private final PackViews views;

	private final ReleaseWords words;

	private final Texts texts;

	ReleasePages(Releases releases, RulePacks packs, PackCheck check, PackViews views, ReleaseWords words,
			Texts texts) {
		this.releases = releases;
		this.packs = packs;
		this.check = check;
		this.views = views;
		this.words = words;
		this.texts = texts;
	}

	PacksPage list(String reason, List<FieldError> errors, Locale locale) {
		Map<ReleaseId, Integer> cases = this.releases.runningCases();
		Map<String, List<Release>> byPack = new LinkedHashMap<>();
		List<Release> all = this.releases.all();
		all.forEach(release -> byPack.computeIfAbsent(release.id().pack(), pack -> new ArrayList<>()).add(release));
		return new PacksPage(byPack.values().stream().map(releases -> pack(releases, cases, locale)).toList(),
				(int) all.stream().filter(Release::isCandidate).count(), reason, errors);
	}

	private PacksPage.Pack pack(List<Release> releases, Map<ReleaseId, Integer> cases, Locale locale) {
		ReleaseId inForce = inForce(releases);
		Optional<RulePack> named = inForce == null ? Optional.empty() : Optional.of(this.packs.get(inForce));
		return new PacksPage.Pack(
				named.map(pack -> pack.name().in(locale)).orElseGet(() -> releases.get(0).id().pack()),
				named
					.map(pack -> this.texts.in(locale, "release.pack.from", pack.name().source(),
							pack.validFrom().toString()))
					.orElse(""),
				releases.stream().map(release -> {
					Release.Act last = last(release);
					return new PacksPage.Row(url(release.id()), release.id().toString(),
							this.words.state(release, release.id().equals(inForce), locale),
							this.words.origin(release, locale), cases.getOrDefault(release.id(), 0),
							ReleaseWords.at(last.at()), last.person());
				}).toList());
	}

	private static @Nullable ReleaseId inForce(List<Release> ofPack) {
		return ofPack.stream()
			.filter(release -> release.state() == Release.State.RELEASED)
			.map(Release::id)
			.findFirst()
			.orElse(null);
	}

	private static Release.Act last(Release release) {
		Release.Act withdrawn = release.withdrawn();
		Release.Act released = release.released();
		Release.Act proposed = release.proposed();
		return withdrawn != null ? withdrawn
				: released != null ? released : proposed != null ? proposed : release.made();
	}

	/**
	 * @throws cn.ecopark.release.ReleaseRefusals.ReleaseNotFound when there is none
	 */
	Release get(ReleaseId id) {
		return this.releases.get(id);
	}

	/**
	 * @param reason as it was typed and refused
	 */
	ReleasePage page(ReleaseId id, Actor reader, String reason, List<FieldError> errors, Locale locale) {
		Release release = this.releases.get(id);
		ReleaseId now = inForce(this.releases.of(id.pack()));
		boolean inForce = id.equals(now);
		ReleaseId base = release.basedOn();
		ReleaseId earlier = release.isCandidate() && now != null ? now : base;
		String movedBase = base == null || base.equals(earlier) ? null : base.toString();
		return new ReleasePage(url(id),
				new ReleasePage.Head(id.pack(), id.toString(), this.words.state(release, inForce, locale),
						this.words.origin(release, locale), release.note(),
						this.releases.runningCases().getOrDefault(id, 0), inForce),
				acts(release, locale),
				release.isCandidate() ? this.views.findings(this.check.check(this.packs.files(id)), locale) : List.of(),
				earlier == null ? null : earlier.toString(), movedBase,
				earlier == null ? List.of()
						: this.views.changes(this.packs.files(earlier), this.packs.files(id), locale),
				steps(release, reader, reason, locale), errors);
	}

	private List<ReleasePage.Act> acts(Release release, Locale locale) {
		List<ReleasePage.Act> acts = new ArrayList<>();
		add(acts, "made", release.made(), null, locale);
		add(acts, "proposed", release.proposed(), null, locale);
		add(acts, "released", release.released(), null, locale);
		add(acts, "withdrawn", release.withdrawn(), release.withdrawnFor(), locale);
		return acts;
	}

	private void add(List<ReleasePage.Act> acts, String what, Release.@Nullable Act act, @Nullable String reason,
			Locale locale) {
		if (act != null) {
			acts.add(new ReleasePage.Act(this.texts.in(locale, "release.act." + what), ReleaseWords.at(act.at()),
					this.words.by(act, locale), reason));
		}
	}

	private ReleasePage.Steps steps(Release release, Actor reader, String reason, Locale locale) {
		Release.Act proposed = release.proposed();
		boolean waits = release.isCandidate() && proposed != null;
		boolean second = waits && release.mayBeReleasedBy(reader.personId());
		return new ReleasePage.Steps(release.state() == Release.State.CHECKED && proposed == null, second,
				release.state() != Release.State.WITHDRAWN,
				waits && !second ? this.texts.in(locale, "release.waits-for-other") : null, reason);
	}

	static String url(ReleaseId id) {
		return "/admin/packs/" + id;
	}

}
