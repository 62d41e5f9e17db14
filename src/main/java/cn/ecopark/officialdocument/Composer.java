package cn.ecopark.officialdocument;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.CompositionRefusals.CharacterUndrawable;
import cn.ecopark.officialdocument.CompositionRefusals.CharactersUndrawable;
import cn.ecopark.officialdocument.CompositionRefusals.FactMissing;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateFaulty;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Sha256;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Typesetter;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.typesetting.manuscript.Manuscript;
import cn.ecopark.typesetting.manuscript.Template;
import cn.ecopark.typesetting.manuscript.TemplateFault;

/** Makes documents of templates and facts, as PDF/A-2u by GB/T 9704-2012. */
@Component
public class Composer {

	/**
	 * What the text of any document begins with where it is told, before what its
	 * template says.
	 */
	static final String OPENING = "opening";

	/** So many digits of the digest tell the texts of a template apart. */
	private static final int DIGITS = 12;

	private final OfficialDocumentKinds kinds;

	private final Templates templates;

	private final Typesetter typesetter;

	Composer(OfficialDocumentKinds kinds, Templates templates, Typesetter typesetter) {
		this.kinds = kinds;
		this.templates = templates;
		this.typesetter = typesetter;
	}

	/**
	 * A document that goes out: every character of it is drawn.
	 * @throws IllegalArgumentException when the release has no such document
	 * @throws FactMissing when a fact is not told that the kind declares as needed
	 * @throws CharacterUndrawable when a fact has a character that no font has
	 * @throws CharactersUndrawable when template or imprint have
	 */
	public Composition compose(String kind, ReleaseId release, Facts facts, Imprint imprint) {
		requireComplete(kind, release, facts);
		Composition composed = composeForReading(kind, release, facts, imprint);
		if (!composed.missing().isEmpty()) {
			throw new CharactersUndrawable(this.kinds.get(release, kind).label(), composed.missing());
		}
		return composed;
	}

	/**
	 * A sheet for those who read the file: a character that no font has is shown as 〓.
	 * @throws IllegalArgumentException when the release has no such document
	 */
	public Composition composeForReading(String kind, ReleaseId release, Facts facts, Imprint imprint) {
		OfficialDocumentKind found = this.kinds.get(release, kind);
		requireTold(found, facts);
		return set(found, this.templates.of(found), facts, imprint);
	}

	/**
	 * Whether a document can be made of these facts, before a number is taken for it.
	 * @throws FactMissing when a fact is not told that the kind declares as needed
	 * @throws CharacterUndrawable when a fact has a character that no font has
	 */
	public void requireComplete(String kind, ReleaseId release, Facts facts) {
		OfficialDocumentKind found = this.kinds.get(release, kind);
		requireTold(found, facts);
		for (DeclaredFact fact : found.facts()) {
			facts.told(fact.name())
				.stream()
				.flatMap(text -> this.typesetter.undrawable(text).stream())
				.findFirst()
				.ifPresent(character -> {
					throw new CharacterUndrawable(fact.label(), character);
				});
		}
	}

	private static void requireTold(OfficialDocumentKind kind, Facts facts) {
		for (DeclaredFact fact : kind.facts()) {
			if (!fact.optional() && facts.lacks(fact.name())) {
				throw new FactMissing(fact.label());
			}
		}
	}

	/**
	 * The same text as {@link #compose} sets, for those who want to read it without a
	 * PDF.
	 */
	public String titleOf(String kind, ReleaseId release, Facts facts) {
		OfficialDocumentKind found = this.kinds.get(release, kind);
		return fill(found, this.templates.of(found), facts).wholeTitle();
	}

	/** How a document begins. */
	public record Beginning(String title, String firstParagraph) {
	}

	/**
	 * @return how the document begins if nobody words it otherwise; facts that are not
	 * told yet are left out
	 */
	Beginning beginningOf(String kind, ReleaseId release, Facts facts) {
		OfficialDocumentKind found = this.kinds.get(release, kind);
		Manuscript text = fill(found, this.templates.of(found), facts);
		return new Beginning(text.wholeTitle(), text.firstParagraph());
	}

	/**
	 * Sets a text that need not be of any release, with the example values where a fact
	 * is not told.
	 * @throws TemplateFaulty when no document can be made of it
	 */
	public Composition preview(OfficialDocumentKind kind, String source, Imprint imprint) {
		List<TemplateFault> faults = Template.of(source).faults(kind.facts());
		if (!faults.isEmpty()) {
			throw new TemplateFaulty(faults);
		}
		return set(kind, source, Facts.examples(kind.facts()), imprint);
	}

	private Composition set(OfficialDocumentKind kind, String source, Facts facts, Imprint imprint) {
		Typesetter.Sheets sheets = this.typesetter.set(kind.form(), fill(kind, source, facts), imprint);
		return new Composition(sheets.pdf(), sheets.pages(), sheets.seals(), sheets.date(), sheets.missing(),
				kind.key() + " " + Sha256.hex(source).substring(0, DIGITS));
	}

	private static Manuscript fill(OfficialDocumentKind kind, String source, Facts facts) {
		Manuscript filled = Template.of(source).fill(kind.facts(), facts);
		return facts.lacks(OPENING) ? filled : filled.openedBy(facts.words(OPENING));
	}

}
