package cn.ecopark.officialdocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * Prints how much processor time a document of one page takes, as a ratio to the same
 * document when its three fonts are opened for it, and to opening one font for a page
 * that says one word; run by hand.
 */
final class TypesettingBenchmark {

	private static final int ROUNDS = 15;

	private TypesettingBenchmark() {
	}

	public static void main(String[] arguments) {
		Composer composer = DocumentsOnTable.composer();
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "acceptanceSheet");
		Facts facts = Facts.examples(kind.facts());
		double document = median(
				() -> composer.compose(kind.key(), kind.release(), facts, DocumentsOnTable.imprint(kind)));
		double serif = median(() -> openFontForOneWord("NotoSerifSC_400Regular.ttf"));
		double bold = median(() -> openFontForOneWord("NotoSerifSC_700Bold.ttf"));
		double sans = median(() -> openFontForOneWord("NotoSansSC_500Medium.ttf"));
		double opened = document + serif + bold + sans;
		System.out.printf(
				"one-page paper %.1f ms; with its fonts opened for it %.1f ms, ratio %.3f; one font %.1f ms, ratio %.3f%n",
				document, opened, document / opened, serif, document / serif);
	}

	private static double median(Runnable work) {
		double[] times = new double[ROUNDS];
		for (int warm = 0; warm < 5 * ROUNDS; warm++) {
			work.run();
		}
		for (int round = 0; round < ROUNDS; round++) {
			long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			work.run();
			times[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
		}
		Arrays.sort(times);
		return times[ROUNDS / 2];
	}

	private static void openFontForOneWord(String name) {
		try (PDDocument document = new PDDocument();
				InputStream font = Objects
					.requireNonNull(TypesettingBenchmark.class.getResourceAsStream("/fonts/" + name))) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
				stream.beginText();
				stream.setFont(PDType0Font.load(document, font), 16);
				stream.showText("园区");
				stream.endText();
			}
			document.save(new ByteArrayOutputStream());
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
