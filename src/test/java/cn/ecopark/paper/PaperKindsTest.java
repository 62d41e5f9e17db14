package cn.ecopark.paper;

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
import cn.ecopark.paper.template.Template;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of paper can be made, and is left in {@code target/papers} to be looked at.
 */
class PaperKindsTest {

	private static final Path FOLDER = Path.of("target", "papers");

	static Stream<PaperKind> kinds() {
		return PapersOnTable.kinds().of(ShippedPacks.FIRST).stream();
	}

	@Test
	void thereAreTwentyThreeKinds() {
		assertThat(kinds()).hasSize(23);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shippedTemplatesNameOnlyDeclaredFacts(PaperKind kind) {
		String source = PapersOnTable.kinds().shippedTemplate(kind);

		assertThat(Template.of(source).faults(kind.facts())).isEmpty();
	}

	@Test
	void papersMadeAtOnceAreAsThoseMadeInTurn() throws Exception {
		List<PaperKind> kinds = kinds().toList();
		List<String> inTurn = new ArrayList<>();
		for (PaperKind kind : kinds) {
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

	private static String textOf(PaperKind kind) throws IOException {
		byte[] pdf = PapersOnTable.composer()
			.compose(kind.key(), kind.release(), PaperFacts.examples(kind.facts()), PapersOnTable.imprint(kind))
			.pdf();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyKindIsComposedOfItsExamples(PaperKind kind) throws IOException {
		ComposedPaper paper = PapersOnTable.composer()
			.compose(kind.key(), kind.release(), PaperFacts.examples(kind.facts()), PapersOnTable.imprint(kind));

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
