package cn.ecopark.officialdocument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.typesetting.manuscript.Template;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of document can be made, and is left in {@code target/documents} to be
 * looked at.
 */
class OfficialDocumentKindsTest {

	private static final Path FOLDER = Path.of("target", "papers");

	static Stream<OfficialDocumentKind> kinds() {
		return Stream.of(ShippedPacks.FIRST, ShippedPacks.SECOND)
			.flatMap(release -> DocumentsOnTable.kinds().of(release).stream());
	}

	@Test
	void thereAreTwentyFourKinds() {
		assertThat(DocumentsOnTable.kinds().of(ShippedPacks.FIRST)).hasSize(24);
		assertThat(DocumentsOnTable.kinds().of(ShippedPacks.SECOND)).hasSize(24);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shippedTemplatesNameOnlyDeclaredFacts(OfficialDocumentKind kind) {
		String source = DocumentsOnTable.template(kind);

		assertThat(Template.of(source).faults(kind.facts())).isEmpty();
	}

	@Test
	void documentsMadeAtOnceAreAsThoseMadeInTurn() throws Exception {
		List<OfficialDocumentKind> kinds = kinds().toList();
		List<String> inTurn = new ArrayList<>();
		for (OfficialDocumentKind kind : kinds) {
			inTurn.add(textOf(kind));
		}
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<String>> atOnce = new ArrayList<>();
			for (int round = 0; round < 3; round++) {
				kinds.forEach((kind) -> atOnce.add(threads.submit(() -> textOf(kind))));
			}
			for (int at = 0; at < atOnce.size(); at++) {
				assertThat(atOnce.get(at).get()).isEqualTo(inTurn.get(at % kinds.size()));
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static String textOf(OfficialDocumentKind kind) throws IOException {
		byte[] pdf = DocumentsOnTable.composer()
			.compose(kind.key(), kind.release(), Facts.examples(kind.facts()), DocumentsOnTable.imprint(kind))
			.pdf();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyKindIsComposedOfItsExamples(OfficialDocumentKind kind) throws IOException {
		Composition document = DocumentsOnTable.composer()
			.compose(kind.key(), kind.release(), Facts.examples(kind.facts()), DocumentsOnTable.imprint(kind));

		Path folder = Files.createDirectories(FOLDER.resolve(kind.release().pack()));
		Files.write(folder.resolve(kind.key() + ".pdf"), document.pdf());
		assertThat(document.missing()).isEmpty();
		try (PDDocument opened = Loader.loadPDF(document.pdf())) {
			String text = new PDFTextStripper().getText(opened);
			assertThat(text).doesNotContain("{{").doesNotContain("〓");
			assertThat(opened.getDocumentInformation().getTitle()).isNotBlank();
		}
	}

}
