package cn.ecopark.studio.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.release.Release;
import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.release.Releases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.StudioRefusals.BothChanged;

/** Which files of which release are compared with which. */
@Component
class ComparedReleases {

	private final Drafts drafts;

	private final DraftFiles draftFiles;

	private final Releases releases;

	private final RulePacks packs;

	private final StudioWords words;

	ComparedReleases(Drafts drafts, DraftFiles draftFiles, Releases releases, RulePacks packs, StudioWords words) {
		this.drafts = drafts;
		this.draftFiles = draftFiles;
		this.releases = releases;
		this.packs = packs;
		this.words = words;
	}

	/**
	 * Two states of a pack.
	 *
	 * @param url of the page that shows what differs
	 * @param query what has to be asked for besides; empty for nothing
	 * @param backUrl of the draft or release itself
	 * @param behind whether something else is in force than what is compared with,
	 * although nothing could be released on it
	 */
	record Comparison(String url, String query, String backUrl, String title, ReleaseId earlier, PackFiles before,
			PackFiles after, boolean behind) {
	}

	/**
	 * A draft as it would be released: on top of what is in force.
	 * @throws cn.ecopark.studio.StudioRefusals.DraftNotFound when there is none
	 */
	Comparison ofDraft(UUID id, Locale locale) {
		Draft draft = this.drafts.get(id);
		ReleaseId made = draft.release();
		if (made != null) {
			return ofRelease(made, draft.basedOn(), locale);
		}
		ReleaseId inForce = this.packs.current(draft.pack()).release();
		String url = StudioWords.url(draft);
		try {
			return new Comparison(url + "/changes", "", url, draft.title(), inForce, this.packs.files(inForce),
					this.draftFiles.onTopOf(draft, inForce), false);
		}
		catch (BothChanged changed) {
			return new Comparison(url + "/changes", "", url, draft.title(), draft.basedOn(),
					this.packs.files(draft.basedOn()), this.draftFiles.of(draft), true);
		}
	}

	/**
	 * @param from the release to compare with; null for the usual one
	 * @throws ReleaseNotFound when there is none, or one of another pack, or nothing to
	 * compare with
	 */
	Comparison ofRelease(ReleaseId id, @Nullable ReleaseId from, Locale locale) {
		Release release = this.releases.get(id);
		ReleaseId earlier = from == null ? usual(release) : this.releases.get(from).id();
		if (earlier == null || !earlier.pack().equals(id.pack())) {
			throw new ReleaseNotFound();
		}
		String url = "/admin/packs/" + id;
		return new Comparison(url + "/changes", "?from=" + earlier, url,
				this.words.text("release.title", locale, id.toString()), earlier, this.packs.files(earlier),
				this.packs.files(id), false);
	}

	private @Nullable ReleaseId usual(Release release) {
		return release.isCandidate() ? this.packs.current(release.id().pack()).release() : release.basedOn();
	}

}
