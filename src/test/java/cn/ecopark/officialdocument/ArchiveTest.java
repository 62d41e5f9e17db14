package cn.ecopark.officialdocument;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** Every document is PDF/A-2u in the eyes of veraPDF. */
class ArchiveTest {

	@BeforeAll
	static void start() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	static Stream<OfficialDocumentKind> kinds() {
		return DocumentsOnTable.kinds().of(ShippedPacks.FIRST).stream();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void documentsArePdfA2u(OfficialDocumentKind kind) throws Exception {
		assertThat(faults(compose(kind, Facts.examples(kind.facts()), DocumentsOnTable.imprint(kind)))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void draftsArePdfA2u(OfficialDocumentKind kind) throws Exception {
		Imprint draft = Imprint.draft(null, DocumentsOnTable.imprint(kind).bodies());

		assertThat(faults(compose(kind, Facts.examples(kind.facts()), draft))).isEmpty();
	}

	/** What can be told by machine of ISO 14289-1, for those who hear documents. */
	@ParameterizedTest
	@MethodSource("kinds")
	void documentsAreTagged(OfficialDocumentKind kind) throws Exception {
		assertThat(faults(compose(kind, Facts.examples(kind.facts()), DocumentsOnTable.imprint(kind)),
				PDFAFlavour.PDFUA_1))
			.isEmpty();
	}

	@Test
	void rareCharactersAndForeignLettersArePdfA2u() throws Exception {
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");
		Facts facts = Facts.examples(kind.facts())
			.text("cause",
					"ÅÉßΩжñ｜ e\u0301 ﬁ\u200b\u00a0\uFEFF\u0000" + String.join("、", DifficultCharactersTest.DRAWN) + "。")
			.text("parkName", "𠮷CO₂✓园区");

		assertThat(faults(compose(kind, facts, DocumentsOnTable.imprint(kind)))).isEmpty();
	}

	private static Composition compose(OfficialDocumentKind kind, Facts facts, Imprint imprint) {
		return DocumentsOnTable.composer().compose(kind.key(), kind.release(), facts, imprint);
	}

	private static List<String> faults(Composition document) throws Exception {
		return faults(document, PDFAFlavour.PDFA_2_U);
	}

	private static List<String> faults(Composition document, PDFAFlavour flavour) throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance()
			.createParser(new ByteArrayInputStream(document.pdf()), flavour)) {
			ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
			return result.getTestAssertions()
				.stream()
				.filter((assertion) -> !assertion.getStatus().toString().equalsIgnoreCase("passed"))
				.map((assertion) -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
				.distinct()
				.toList();
		}
	}

}
