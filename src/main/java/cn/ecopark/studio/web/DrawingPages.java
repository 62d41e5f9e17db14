package cn.ecopark.studio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftDiagrams;
import cn.ecopark.studio.DraftLeases;
import cn.ecopark.studio.Lease;

/** Puts together what the page shows on which a diagram is drawn. */
@Component
class DrawingPages {

	private final DraftDiagrams diagrams;

	private final DraftLeases leases;

	private final RulePacks packs;

	private final DiagramWords choices;

	private final StudioWords words;

	private final Texts texts;

	DrawingPages(DraftDiagrams diagrams, DraftLeases leases, RulePacks packs, DiagramWords choices, StudioWords words,
			Texts texts) {
		this.diagrams = diagrams;
		this.leases = leases;
		this.packs = packs;
		this.choices = choices;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @throws cn.ecopark.studio.StudioRefusals.EntryNotFound when there is no such
	 * diagram
	 */
	DrawingPage page(Draft draft, String file, Actor reader, Locale locale) {
		String holder = this.leases.of(draft.id(), this.diagrams.path(draft, file))
			.filter(lease -> lease.personId() != reader.personId())
			.map(Lease::person)
			.orElse(null);
		return new DrawingPage(url(draft, file), StudioWords.url(draft), draft.title(), name(draft, file, locale),
				draft.isOpen(), holder);
	}

	DrawingPage.Drawing drawing(Draft draft, String file, Locale locale) {
		DraftDiagrams.Sketch drawn = this.diagrams.find(draft, file);
		return new DrawingPage.Drawing(drawn.step(), drawn.xml(), findings(draft, file, drawn, locale),
				choices(draft, locale));
	}

	DrawingPage.Drawing saved(Draft draft, String file, DraftDiagrams.Sketch drawn, Locale locale) {
		return new DrawingPage.Drawing(drawn.step(), "", findings(draft, file, drawn, locale), null);
	}

	/** From the data of the draft itself, so that a limit added to it can be chosen. */
	private DiagramWords.Choices choices(Draft draft, Locale locale) {
		PackFiles files = this.diagrams.files(draft);
		return this.choices.of(PackCheck.dataOf(files).orElseGet(() -> this.packs.get(draft.basedOn())), files, locale);
	}

	private List<DrawingPage.Finding> findings(Draft draft, String file, DraftDiagrams.Sketch drawn, Locale locale) {
		return drawn.findings().stream().map(finding -> finding(draft, file, finding, locale)).toList();
	}

	private DrawingPage.Finding finding(Draft draft, String file, PackFinding finding, Locale locale) {
		boolean here = finding.file().equals(PackFiles.DIAGRAMS + file);
		List<String> elements = new ArrayList<>();
		if (here && !finding.place().isEmpty()) {
			elements.add(finding.place());
			elements.addAll(finding.also());
		}
		String in = finding.file().startsWith(PackFiles.DIAGRAMS)
				? name(draft, finding.file().substring(PackFiles.DIAGRAMS.length()), locale) : finding.file();
		return new DrawingPage.Finding(finding.severity() == PackFinding.Severity.ERROR, this.texts.of(locale, finding),
				elements, here ? "" : in);
	}

	private String name(Draft draft, String file, Locale locale) {
		return this.words.diagram(this.packs.get(draft.basedOn()), file, locale);
	}

	static String url(Draft draft, String file) {
		return StudioWords.url(draft) + "/diagrams/" + file;
	}

}
