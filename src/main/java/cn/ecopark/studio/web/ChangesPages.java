package cn.ecopark.studio.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.process.pack.DiagramDifferences;
import cn.ecopark.process.pack.DiagramDifferences.Differing;
import cn.ecopark.release.Releases;
import cn.ecopark.release.web.PackViews;
import cn.ecopark.release.web.ReleasePage;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.StudioRefusals.EntryNotFound;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.OpenAtSteps;

/** Puts together what a draft or a release does otherwise. */
@Component
class ChangesPages {

	private final DiagramDifferences diagrams;

	private final PackViews views;

	private final Releases releases;

	private final OpenAtSteps open;

	private final StudioWords words;

	private final Texts texts;

	ChangesPages(DiagramDifferences diagrams, PackViews views, Releases releases, OpenAtSteps open, StudioWords words,
			Texts texts) {
		this.diagrams = diagrams;
		this.views = views;
		this.releases = releases;
		this.open = open;
		this.words = words;
		this.texts = texts;
	}

	ChangesPage page(ComparedReleases.Comparison of, Locale locale) {
		RulePack before = PackCheck.dataOf(of.before()).orElseThrow(EntryNotFound::new);
		RulePack after = PackCheck.dataOf(of.after()).orElse(before);
		String pack = of.earlier().pack();
		List<OpenAtSteps.Count> open = this.open.of(pack);
		List<ReleasePage.FileChange> all = this.views.changes(of.before(), of.after(), locale);
		return new ChangesPage(of.backUrl(), of.title(), of.earlier().toString(), of.behind(), running(pack),
				this.diagrams.between(of.before(), of.after())
					.stream()
					.map(one -> drawing(of, one, one.kind() == DiagramDifferences.Kind.ADDED ? after : before, open,
							locale))
					.toList(),
				limits(before, after, locale), all.stream().filter(file -> !isDiagram(file)).toList(),
				all.stream().filter(ChangesPages::isDiagram).toList());
	}

	/**
	 * @throws EntryNotFound when neither side has such a diagram
	 */
	ChangesPage.BothDrawings pictures(ComparedReleases.Comparison of, String file) {
		String path = PackFiles.DIAGRAMS + file;
		String before = of.before().text(path).orElse("");
		String after = of.after().text(path).orElse("");
		if (before.isEmpty() && after.isEmpty()) {
			throw new EntryNotFound();
		}
		List<ChangesPage.Marked> marks = this.diagrams.between(of.before(), of.after())
			.stream()
			.filter(one -> one.file().equals(path))
			.flatMap(one -> one.marks().stream())
			.map(mark -> new ChangesPage.Marked(mark.kind().name(), mark.before(), mark.after()))
			.toList();
		return new ChangesPage.BothDrawings(before, after, marks);
	}

	private static boolean isDiagram(ReleasePage.FileChange file) {
		return file.file().startsWith(PackFiles.DIAGRAMS);
	}

	private List<ChangesPage.CasesOfRelease> running(String pack) {
		return this.releases.runningCases()
			.entrySet()
			.stream()
			.filter(each -> each.getKey().pack().equals(pack))
			.sorted(Map.Entry.comparingByKey(Comparator.comparingInt(release -> release.number())))
			.map(each -> new ChangesPage.CasesOfRelease(each.getKey().toString(), each.getValue()))
			.toList();
	}

	private ChangesPage.Drawing drawing(ComparedReleases.Comparison of, Differing one, RulePack pack,
			List<OpenAtSteps.Count> open, Locale locale) {
		String file = one.file().substring(PackFiles.DIAGRAMS.length());
		boolean seen = !one.process().isEmpty();
		return new ChangesPage.Drawing(this.words.diagram(pack, file, locale), kind(one.kind(), locale),
				seen ? of.url() + "/" + file + of.query() : null,
				one.told()
					.stream()
					.map(told -> new ChangesPage.ToldChange(kind(told.kind(), locale),
							this.texts.of(locale, told.words())))
					.toList(),
				one.steps().stream().map(step -> standing(one, step, open, locale)).toList());
	}

	private ChangesPage.Standing standing(Differing diagram, DiagramDifferences.Touched step,
			List<OpenAtSteps.Count> open, Locale locale) {
		return new ChangesPage.Standing(this.texts.of(locale, step.name()), kind(step.kind(), locale),
				open.stream()
					.filter(count -> count.process().equals(diagram.process()) && count.step().equals(step.id()))
					.map(count -> new ChangesPage.CasesOfRelease(count.release().toString(), count.open()))
					.toList());
	}

	private Tag kind(DiagramDifferences.Kind kind, Locale locale) {
		Tone tone = switch (kind) {
			case ADDED -> Tone.GOOD;
			case REMOVED -> Tone.BAD;
			case CHANGED -> Tone.WARN;
			case MOVED -> Tone.QUIET;
		};
		return new Tag(this.words.text("studio.changes." + kind, locale), tone);
	}

	private List<ChangesPage.LimitRow> limits(RulePack before, RulePack after, Locale locale) {
		TreeSet<String> keys = new TreeSet<>(before.limits().keySet());
		keys.addAll(after.limits().keySet());
		List<ChangesPage.LimitRow> rows = new ArrayList<>();
		for (String key : keys) {
			Limit was = before.limits().get(key);
			Limit is = after.limits().get(key);
			Limit told = is == null ? was : is;
			if (told != null && (was == null || is == null || !was.term().equals(is.term()))) {
				rows.add(new ChangesPage.LimitRow(Texts.english(locale) ? told.englishLabel() : told.label(),
						term(was, locale), term(is, locale), told.source(),
						told.confirmed() ? new Tag(this.words.text("studio.confirmed", locale), Tone.GOOD)
								: new Tag(this.words.text("studio.unconfirmed", locale), Tone.WARN)));
			}
		}
		return rows;
	}

	private @Nullable String term(@Nullable Limit limit, Locale locale) {
		return limit == null ? null
				: this.words.text(limit.term().messageKey(), locale, String.valueOf(limit.term().amount()));
	}

}
