package cn.ecopark.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.paper.template.Template;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of paper can be made, and is left in {@code target/papers} to be looked at.
 */
class PaperKindsTest {

	private static final Path FOLDER = Path.of("target", "papers");

	static Stream<PaperKind> kinds() {
		return PapersOnTable.kinds().of(PapersOnTable.PACK).stream();
	}

	@Test
	void thereAreFourteenKinds() {
		assertThat(kinds()).hasSize(14);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shippedTemplatesNameOnlyDeclaredFacts(PaperKind kind) {
		String source = PapersOnTable.kinds().shippedTemplate(kind);

		assertThat(Template.of(source).faults(kind.facts())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyKindIsComposedOfItsExamples(PaperKind kind) throws IOException {
		ComposedPaper paper = PapersOnTable.composer()
			.compose(kind.key(), kind.pack(), PaperFacts.examples(kind.facts()), PapersOnTable.imprint(kind));

		Files.createDirectories(FOLDER);
		Files.write(FOLDER.resolve(kind.key() + ".pdf"), paper.pdf());
		assertThat(paper.missing()).isEmpty();
		try (PDDocument document = Loader.loadPDF(paper.pdf())) {
			String text = new PDFTextStripper().getText(document);
			assertThat(text).doesNotContain("{{").doesNotContain("〓");
			assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
		}
	}

}
