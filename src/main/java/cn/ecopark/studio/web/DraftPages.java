package cn.ecopark.studio.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.release.web.PackViews;
import cn.ecopark.release.web.ReleasePage;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.DraftLeases;
import cn.ecopark.studio.DraftLimits;
import cn.ecopark.studio.DraftStep;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.Lease;
import cn.ecopark.web.view.FieldError;

/** Puts the page of one draft together. */
@Component
class DraftPages {

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final DraftFiles files;

	private final RulePacks packs;

	private final PackCheck check;

	private final PackViews views;

	private final StudioWords words;

	DraftPages(Drafts drafts, DraftSteps steps, DraftLeases leases, DraftFiles files, RulePacks packs, PackCheck check,
			PackViews views, StudioWords words) {
		this.drafts = drafts;
		this.steps = steps;
		this.leases = leases;
		this.files = files;
		this.packs = packs;
		this.check = check;
		this.views = views;
		this.words = words;
	}

	/**
	 * @param reason as it was typed and refused
	 * @throws cn.ecopark.studio.StudioRefusals.DraftNotFound when there is none
	 */
	DraftPage page(UUID id, String reason, List<FieldError> errors, Locale locale) {
		Draft draft = this.drafts.get(id);
		PackFiles files = this.files.of(draft);
		List<DraftStep> steps = this.steps.of(id);
		List<ReleasePage.Finding> findings = draft.isOpen() ? this.views.findings(this.check.check(files), locale)
				: List.of();
		List<ReleasePage.FileChange> changes = this.views.changes(this.packs.files(draft.basedOn()), files, locale);
		return new DraftPage(StudioWords.url(draft), head(draft, locale), groups(draft, files, steps, locale), findings,
				changes, steps(steps), reason, errors);
	}

	private DraftPage.Head head(Draft draft, Locale locale) {
		RulePack pack = this.packs.current(draft.pack());
		ReleaseId release = draft.release();
		return new DraftPage.Head(draft.title(), pack.name().in(locale), draft.basedOn().toString(),
				pack.release().equals(draft.basedOn()) ? null : pack.release().toString(),
				this.words.state(draft, locale), draft.isOpen(), draft.state() == Draft.State.LAID_ASIDE,
				release == null ? null : release.toString(), draft.begun().person(),
				StudioWords.at(draft.begun().at()));
	}

	private List<DraftPage.Group> groups(Draft draft, PackFiles files, List<DraftStep> steps, Locale locale) {
		Set<String> changed = steps.stream()
			.filter(step -> !step.undone())
			.map(DraftStep::path)
			.collect(Collectors.toSet());
		Map<String, String> holders = this.leases.of(draft.id())
			.stream()
			.collect(Collectors.toMap(Lease::path, Lease::person));
		RulePack pack = this.packs.get(draft.basedOn());
		Map<String, List<DraftPage.File>> groups = new LinkedHashMap<>();
		files.all()
			.keySet()
			.forEach(path -> groups.computeIfAbsent(this.views.file(path, locale), label -> new ArrayList<>())
				.add(new DraftPage.File(path, name(pack, path, locale), changed.contains(path), holders.get(path),
						edit(draft, path))));
		return groups.entrySet().stream().map(group -> new DraftPage.Group(group.getKey(), group.getValue())).toList();
	}

	/** Where the file is changed; null where it cannot be changed here yet. */
	private static @Nullable String edit(Draft draft, String path) {
		if (path.startsWith(PackFiles.DIAGRAMS)) {
			return DrawingPages.url(draft, path.substring(PackFiles.DIAGRAMS.length()));
		}
		return path.equals(DraftLimits.PATH) ? LimitPages.url(draft) : null;
	}

	/** What a diagram or a file of data is called; all others by their own name. */
	private String name(RulePack pack, String path, Locale locale) {
		String file = path.substring(path.indexOf('/') + 1);
		if (path.startsWith(PackFiles.DIAGRAMS)) {
			return this.words.diagram(pack, file, locale);
		}
		return file.equals(path) ? this.words.textOr("studio.data." + path, path, locale) : file;
	}

	/**
	 * Only what was undone since the step that holds can be done again, the oldest first.
	 */
	private static List<DraftPage.Step> steps(List<DraftStep> steps) {
		Set<String> held = new HashSet<>();
		Map<String, DraftStep> redoable = new HashMap<>();
		Set<DraftStep> holding = new HashSet<>();
		steps.forEach(step -> {
			if (!step.undone() && held.add(step.path())) {
				holding.add(step);
			}
			if (step.undone() && !held.contains(step.path())) {
				redoable.put(step.path(), step);
			}
		});
		return steps.stream()
			.map(step -> new DraftPage.Step(step.path(), step.path(), StudioWords.at(step.at()), step.person(),
					step.undone(), holding.contains(step), step.equals(redoable.get(step.path()))))
			.toList();
	}

}
