package cn.ecopark.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;

/**
 * Prints how much longer reading a document takes, from its content in the database to
 * its pages and index there, than PDFBox alone takes to write its text, both in turn in
 * the same run; and how long a search over all of it takes. Run with
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=cn.ecopark.reading.ReadingBenchmark}.
 */
public final class ReadingBenchmark {

	private static final int PAGES = 300;

	private static final int LINES = 28;

	private static final int RUNS = 7;

	private static final Actor READER = new Actor(1, "读者", "OFFICE", ShippedKinds.OFFICE, null,
			Set.of(MemberRole.STAFF));

	private ReadingBenchmark() {
	}

	/**
	 * @param arguments none are read
	 */
	public static void main(String[] arguments) throws IOException {
		ReadingDesk desk = new ReadingDesk();
		Path file = Files.createTempFile("benchmark", ".pdf");
		double[] bare = new double[RUNS];
		double[] whole = new double[RUNS];
		for (int run = -1; run < RUNS; run++) {
			byte[] bytes = SamplePdf.of(plan(run));
			Files.write(file, bytes);
			desk.handedIn("constructionPlan", run + 2, bytes, FileType.PDF);
			double alone = seconds(() -> bare(file));
			double read = seconds(desk::readAll);
			if (run >= 0) {
				bare[run] = alone;
				whole[run] = read;
			}
		}
		Files.delete(file);
		double search = seconds(() -> desk.search().inDossier(ReadingDesk.CASE, "再生水回用率第二百", READER));
		double first = seconds(() -> desk.search().inDossier(ReadingDesk.CASE, "再生水回用率第二百", READER));
		System.out.printf("%d pages of %d lines, median of %d: PDFBox alone %.3f s, to the index %.3f s, ratio %.2f%n",
				PAGES, LINES, RUNS, median(bare), median(whole), median(whole) / median(bare));
		System.out.printf("search over %d pages: %.1f ms, again %.1f ms%n", PAGES * (RUNS + 1), search * 1e3,
				first * 1e3);
	}

	private static void bare(Path file) {
		try (PDDocument document = Loader.loadPDF(file.toFile())) {
			new PDFTextStripper().writeText(document, new StringWriter());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static List<List<String>> plan(int run) {
		List<List<String>> pages = new ArrayList<>();
		for (int page = 0; page < PAGES; page++) {
			List<String> lines = new ArrayList<>();
			for (int line = 0; line < LINES; line++) {
				lines.add("园区工业用水重复利用率与再生水回用率第" + number(page * LINES + line + run) + "项，综合能耗逐年下降。");
			}
			pages.add(lines);
		}
		return pages;
	}

	private static String number(int value) {
		StringBuilder words = new StringBuilder();
		Integer.toString(value)
			.chars()
			.forEach(digit -> words.append("零一二三四五六七八九百".charAt(Math.abs(digit - '0') % 10)));
		return value % 100 == 0 ? words.append('百').toString() : words.toString();
	}

	private static double seconds(Runnable work) {
		long before = System.nanoTime();
		work.run();
		return (System.nanoTime() - before) / 1e9;
	}

	private static double median(double[] times) {
		double[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
