package cn.ecopark.paper;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.paper.PaperRefusals.FactMissing;
import cn.ecopark.paper.PaperRefusals.TemplateFaulty;
import cn.ecopark.paper.layout.Typesetter;
import cn.ecopark.paper.template.Manuscript;
import cn.ecopark.paper.template.Template;
import cn.ecopark.paper.template.TemplateFault;

/** Makes papers of templates and facts, as PDF/A-2u by GB/T 9704-2012. */
@Component
public class PaperComposer {

	private final PaperKinds kinds;

	private final PaperTemplates templates;

	private final Typesetter typesetter;

	PaperComposer(PaperKinds kinds, PaperTemplates templates, Typesetter typesetter) {
		this.kinds = kinds;
		this.templates = templates;
		this.typesetter = typesetter;
	}

	/**
	 * @throws IllegalArgumentException when the release has no such paper
	 * @throws FactMissing when a fact is not told that the kind declares as needed
	 */
	public ComposedPaper compose(String kind, ReleaseId release, PaperFacts facts, Imprint imprint) {
		PaperKind found = this.kinds.get(release, kind);
		for (PaperFact fact : found.facts()) {
			if (!fact.optional() && facts.lacks(fact.name())) {
				throw new FactMissing(fact.label());
			}
		}
		return set(found, this.templates.current(found), facts, imprint);
	}

	/**
	 * The same text as {@link #compose} sets, for those who want to read it without a
	 * PDF.
	 */
	public String titleOf(String kind, ReleaseId release, PaperFacts facts) {
		PaperKind found = this.kinds.get(release, kind);
		return fill(found, this.templates.current(found).source(), facts).wholeTitle();
	}

	/**
	 * Sets a version that need not be saved, with the example values where a fact is not
	 * told.
	 * @throws TemplateFaulty when no paper can be made of it
	 */
	public ComposedPaper preview(PaperKind kind, TemplateVersion version, Imprint imprint) {
		List<TemplateFault> faults = Template.of(version.source()).faults(kind.facts());
		if (!faults.isEmpty()) {
			throw new TemplateFaulty(faults);
		}
		return set(kind, version, PaperFacts.examples(kind.facts()), imprint);
	}

	private ComposedPaper set(PaperKind kind, TemplateVersion version, PaperFacts facts, Imprint imprint) {
		Typesetter.Sheets sheets = this.typesetter.set(kind.form(), fill(kind, version.source(), facts), imprint);
		return new ComposedPaper(sheets.pdf(), sheets.pages(), sheets.seals(), sheets.date(), sheets.missing(),
				version.ref());
	}

	private static Manuscript fill(PaperKind kind, String source, PaperFacts facts) {
		return Template.of(source).fill(kind.facts(), facts);
	}

}
