package cn.ecopark.studio.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.release.Releases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftLeases;
import cn.ecopark.studio.DraftStep;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.Lease;
import cn.ecopark.web.view.FieldError;

/** Puts the page of all drafts together. */
@Component
class StudioPages {

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final Releases releases;

	private final RulePacks packs;

	private final StudioWords words;

	StudioPages(Drafts drafts, DraftSteps steps, DraftLeases leases, Releases releases, RulePacks packs,
			StudioWords words) {
		this.drafts = drafts;
		this.steps = steps;
		this.leases = leases;
		this.releases = releases;
		this.packs = packs;
		this.words = words;
	}

	/**
	 * @param pack for which a title was typed and refused; null where nothing was
	 */
	StudioPage page(@Nullable String pack, String title, List<FieldError> errors, Locale locale) {
		List<Draft> all = this.drafts.all();
		Map<ReleaseId, Integer> cases = this.releases.runningCases();
		return new StudioPage(this.packs.all().stream().map(one -> pack(one, all, cases, locale)).toList(), pack, title,
				errors);
	}

	private StudioPage.Pack pack(RulePack pack, List<Draft> all, Map<ReleaseId, Integer> cases, Locale locale) {
		int running = cases.entrySet()
			.stream()
			.filter(of -> of.getKey().pack().equals(pack.id()))
			.mapToInt(Map.Entry::getValue)
			.sum();
		return new StudioPage.Pack(pack.id(), pack.name().in(locale), pack.release().toString(), running,
				all.stream().filter(draft -> draft.pack().equals(pack.id())).map(draft -> row(draft, locale)).toList());
	}

	private StudioPage.Row row(Draft draft, Locale locale) {
		HashSet<String> changed = new HashSet<>();
		String editors = "";
		if (draft.isOpen()) {
			this.steps.of(draft.id())
				.stream()
				.filter(step -> !step.undone())
				.map(DraftStep::path)
				.forEach(changed::add);
			editors = String.join("、",
					this.leases.of(draft.id()).stream().map(Lease::person).distinct().sorted().toList());
		}
		Draft.Act ended = draft.ended();
		Draft.Act last = ended == null ? draft.begun() : ended;
		return new StudioPage.Row(StudioWords.url(draft), draft.title(), this.words.state(draft, locale),
				changed.size(), editors, last.person(), StudioWords.at(last.at()));
	}

}
