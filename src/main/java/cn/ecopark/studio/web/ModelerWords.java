package cn.ecopark.studio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.ModelerRefusals.ModelerFileUnfit;

/**
 * Says in one message, all that the desktop Modeler shows, what became of what was sent.
 */
@Component
class ModelerWords {

	/** More than that nobody reads in a window of a few lines. */
	private static final int MOST = 10;

	private final RulePacks packs;

	private final StudioWords words;

	private final Texts texts;

	ModelerWords(RulePacks packs, StudioWords words, Texts texts) {
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	/** What is kept, and what has to be put right in it. */
	String kept(Draft draft, SortedMap<String, Integer> steps, List<PackFinding> errors, Locale locale) {
		String said = this.texts.in(locale, "studio.modeler.kept", draft.title(),
				steps.values().stream().max(Integer::compare).map(String::valueOf).orElse(""),
				String.valueOf(errors.size()));
		return lines(said, draft, errors, locale);
	}

	String refused(Refusal refusal, Locale locale) {
		return this.texts.of(locale, refusal);
	}

	String refused(Draft draft, Refusal refusal, Locale locale) {
		String said = refused(refusal, locale);
		return refusal instanceof ModelerFileUnfit unfit ? lines(said, draft, unfit.findings(), locale) : said;
	}

	private String lines(String first, Draft draft, List<PackFinding> findings, Locale locale) {
		List<String> lines = new ArrayList<>(List.of(first));
		RulePack pack = this.packs.get(draft.basedOn());
		for (PackFinding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
			lines.add(this.texts.in(locale, "studio.modeler.finding", String.valueOf(lines.size()),
					name(pack, finding.file(), locale), this.texts.of(locale, finding)));
		}
		if (findings.size() > MOST) {
			lines.add(this.texts.in(locale, "studio.modeler.more", String.valueOf(findings.size() - MOST)));
		}
		return String.join("\n", lines);
	}

	private String name(RulePack pack, String path, Locale locale) {
		return path.startsWith(PackFiles.DIAGRAMS)
				? this.words.diagram(pack, path.substring(PackFiles.DIAGRAMS.length()), locale)
				: path.substring(path.indexOf('/') + 1);
	}

}
