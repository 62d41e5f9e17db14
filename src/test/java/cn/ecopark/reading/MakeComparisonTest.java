package cn.ecopark.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.SampleFiles;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.PagePainter;
import cn.ecopark.gate.ScannedPdfs;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.reading.CompareVersions.Comparison;
import cn.ecopark.reading.CompareVersions.Progress;
import cn.ecopark.reading.PagePair.Change;
import cn.ecopark.reading.PagePair.Passage;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions are compared as a whole: words, fields of forms, and pictures of pages. */
class MakeComparisonTest {

	/** Of each of two long versions. */
	private static final int PAGES = Integer.getInteger("pages", 2_000);

	private static final Actor READER = new Actor(2, "省厅经办", "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "320000",
			Set.of(MemberRole.STAFF));

	private final ReadingDesk desk = new ReadingDesk();

	@Test
	void neverCallsTwoScansTheSame() throws IOException {
		Comparison comparison = compare(FoundFilesReadTest.found("scan-v1.pdf"),
				FoundFilesReadTest.found("scan-v2.pdf"));

		assertThat(comparison.same()).isFalse();
		assertThat(comparison.pages()).extracting(PagePair::change).containsExactly(Change.CHANGED);
		assertThat(comparison.pages().get(0).pictures().areas()).isNotEmpty().allMatch(Place::isOnPage);
		assertThat(comparison.pages().get(0).pictures().left()).startsWith("data:image/png;base64,");
	}

	@Test
	void callsAScanTheSameThatIsTheSameByteByByte() throws IOException {
		byte[] scan = FoundFilesReadTest.found("scan-v1.pdf");
		byte[] again = (new String(scan, StandardCharsets.ISO_8859_1) + "\n% saved once more\n")
			.getBytes(StandardCharsets.ISO_8859_1);

		assertThat(compare(scan, again).same()).isTrue();
	}

	@Test
	void callsOneFileHandedInTwiceTheSame() throws IOException {
		byte[] words = SampleFiles.pdf("第一页（虚构）");

		assertThat(compare(words, words).same()).isTrue();
	}

	/** A page of words without a picture is not one of which nothing is known. */
	@Test
	void callsPagesOfWordsTheSameThatWereNotChanged() throws IOException {
		Comparison comparison = compare(SamplePdf.of(List.of("总则（虚构）"), List.of("指标一（虚构）"), List.of()),
				SamplePdf.of(List.of("总则（虚构）"), List.of("指标二（虚构）"), List.of()));

		assertThat(comparison.pages()).extracting(PagePair::change)
			.containsExactly(Change.SAME, Change.CHANGED, Change.SAME);
		assertThat(comparison.pages()).extracting(PagePair::pictures).containsOnlyNulls();
	}

	/** The words under a column of a diagram are the same; the column is not. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void seesTheColumnOfADiagramThatWasChangedBesideTheSameWords(boolean inAForm) throws IOException {
		Comparison comparison = compare(diagram(200, inAForm), diagram(320, inAForm));

		assertThat(comparison.pages()).extracting(PagePair::change).containsExactly(Change.CHANGED);
		assertThat(comparison.pages().get(0).pictures().areas()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void callsADiagramTheSameThatWasNotChanged(boolean inAForm) throws IOException {
		byte[] diagram = diagram(200, inAForm);
		byte[] again = (new String(diagram, StandardCharsets.ISO_8859_1) + "\n% saved once more\n")
			.getBytes(StandardCharsets.ISO_8859_1);

		assertThat(compare(diagram, again).same()).isTrue();
	}

	@Test
	void neverCallsPagesTheSameOfWhichNothingIsKnown() throws IOException {
		PagePair pair = new PagePair(Change.SAME, 1, 1, List.of(), List.of(), null);
		Path file = Files.createTempFile("words", ".pdf");
		Files.write(file, SamplePdf.of(List.of("总则（虚构）")));
		try (PagePainter painter = new PagePainter(); PagePictures pictures = PagePictures.of(file, painter)) {
			String unknown = pictures.digest(2, false);

			assertThat(unknown).isEmpty();
			assertThat(pictures.digest(1, false)).isNotEmpty();
			assertThat(new PictureComparison(pictures, pictures).compared(pair, unknown, unknown).change())
				.isEqualTo(Change.ALIKE);
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void framesTheNumberThatWasChangedInAScan() throws IOException {
		Comparison comparison = compare(scan(0, "0.9"), scan(0, "0.3"));

		List<Place> areas = comparison.pages().get(0).pictures().areas();
		assertThat(areas).singleElement().satisfies(area -> {
			assertThat(area.left()).isBetween(0.4, 0.62);
			assertThat(area.top()).isBetween(0.42, 0.56);
			assertThat(area.width()).isLessThan(0.25);
		});
	}

	/**
	 * Formats of scanners of archives, which the server reads in a process of its own.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void framesWhatWasChangedInScansOfAllFormats(boolean jbig2) throws IOException {
		BufferedImage before = ScannedPdfs.sheet(1240, 1754, 300, 400, 200, 60);
		BufferedImage after = ScannedPdfs.sheet(1240, 1754, 300, 400, 240, 60);

		PagePair page = (jbig2 ? compare(ScannedPdfs.jbig2(before), ScannedPdfs.jbig2(after))
				: compare(ScannedPdfs.jpeg2000(before), ScannedPdfs.jpeg2000(after)))
			.pages()
			.get(0);

		assertThat(page.change()).isEqualTo(Change.CHANGED);
		assertThat(page.pictures().areas()).singleElement().satisfies(area -> {
			assertThat(area.left()).isBetween(0.36, 0.42);
			assertThat(area.top()).isBetween(0.2, 0.24);
		});
	}

	@Test
	void oneSheetInTwoFormatsLooksAlike() throws IOException {
		BufferedImage sheet = ScannedPdfs.sheet(1240, 1754, 300, 400, 200, 60);

		assertThat(compare(ScannedPdfs.jbig2(sheet), ScannedPdfs.jpeg2000(sheet)).pages()).extracting(PagePair::change)
			.containsExactly(Change.ALIKE);
	}

	@Test
	void seesThroughALittleShiftOfTheScanner() throws IOException {
		Comparison comparison = compare(scan(0, "0.9"), scan(9, "0.9"));

		assertThat(comparison.pages()).extracting(PagePair::change).containsExactly(Change.ALIKE);
		assertThat(comparison.same()).isFalse();
	}

	@Test
	void findsTheFieldThatWasFilledInOtherwise() throws IOException {
		Comparison comparison = compare(FoundFilesReadTest.found("form-v1.pdf"),
				FoundFilesReadTest.found("form-v2.pdf"));

		assertThat(comparison.passages()).isOne();
		assertThat(comparison.pages().get(0).rightText()).filteredOn(Passage::changed)
			.extracting(Passage::text)
			.containsExactly("3");
		assertThat(this.desk.search().inDossier(ReadingDesk.CASE, "吨标煤", READER).count()).isEqualTo(2);
	}

	@Test
	void makesAComparisonOnce() throws IOException {
		compare(FoundFilesReadTest.found("form-v1.pdf"), FoundFilesReadTest.found("form-v2.pdf"));
		this.desk.lose();

		assertThat(this.desk.compare(1, 2, READER).made()).isTrue();
		assertThat(this.desk.comparing()).isEmpty();
	}

	@Test
	void saysThatItIsBeingMade() throws IOException {
		DocumentVersion one = this.desk.read("constructionPlan", 1, FoundFilesReadTest.found("form-v1.pdf"));
		DocumentVersion other = this.desk.read("constructionPlan", 2, FoundFilesReadTest.found("form-v2.pdf"));

		assertThat(this.desk.compare(one.id(), other.id(), READER).progress()).isEqualTo(Progress.MAKING);
		assertThat(this.desk.comparing()).hasSize(1);
	}

	/** Twelve thousand pages that differ all, in the memory of a test. */
	@Test
	void comparesVeryLongVersionsInBoundedTime() {
		List<PageText> left = new ArrayList<>();
		List<PageText> right = new ArrayList<>();
		for (int page = 1; page <= PAGES; page++) {
			left.add(new PageText(page, words(page % 7 == 0)));
			right.add(new PageText(page, page % 3 == 0 ? left.get(page - 1).text() : words(page % 5 == 0)));
		}
		long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

		TextComparison.Found found = TextComparison.of(left, List.of(), right, List.of());

		assertThat(found.pairs()).filteredOn(pair -> pair.change() == Change.SAME).hasSizeGreaterThan(PAGES * 13 / 40);
		assertThat(found.pairs()).filteredOn(pair -> pair.left() != null).hasSize(PAGES);
		assertThat(found.pairs()).filteredOn(pair -> pair.right() != null).hasSize(PAGES);
		assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000_000)
			.isLessThan(PAGES / 200);
	}

	@Test
	void comparesLongVersionsThatHaveNothingInCommon() {
		List<PageText> left = new ArrayList<>();
		List<PageText> right = new ArrayList<>();
		for (int page = 1; page <= 3_000; page++) {
			left.add(new PageText(page, words(false)));
			right.add(new PageText(page, words(false)));
		}

		assertThat(TextComparison.of(left, List.of(), right, List.of()).pairs())
			.noneMatch(pair -> pair.change() == Change.SAME);
	}

	private static String words(boolean few) {
		StringBuilder words = new StringBuilder();
		for (int at = 0; at < (few ? 0 : 400); at++) {
			words.append((char) (0x4e00 + ThreadLocalRandom.current().nextInt(3000)));
			if (at % 40 == 39) {
				words.append('。');
			}
		}
		return words.toString();
	}

	private Comparison compare(byte[] left, byte[] right) {
		DocumentVersion one = this.desk.read("constructionPlan", 1, left);
		DocumentVersion other = this.desk.read("constructionPlan", 2, right);
		this.desk.compare(one.id(), other.id(), READER);
		this.desk.compareAll();
		Comparison comparison = this.desk.compare(one.id(), other.id(), READER);
		assertThat(comparison.made()).isTrue();
		return comparison;
	}

	private static byte[] diagram(int height, boolean inAForm) throws IOException {
		try (PDDocument document = Loader.loadPDF(SamplePdf.of(List.of("单位工业增加值能耗（虚构）")));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage page = document.getPage(0);
			try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
				if (inAForm) {
					PDFormXObject form = new PDFormXObject(document);
					form.setResources(new PDResources());
					form.setBBox(PDRectangle.A4);
					try (OutputStream drawing = form.getContentStream().createOutputStream()) {
						drawing.write(("200 300 80 " + height + " re f").getBytes(StandardCharsets.US_ASCII));
					}
					out.drawForm(form);
				}
				else {
					out.addRect(200, 300, 80, height);
					out.fill();
				}
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	/** A page of lines, as a scanner makes it, with a number in its midst. */
	private static byte[] scan(int shift, String number) throws IOException {
		BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = page.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, 1240, 1754);
		graphics.setColor(Color.BLACK);
		graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
		for (int line = 0; line < 14; line++) {
			graphics.drawString("Energy of each unit of value added", 150 + shift, 200 + line * 110 + shift);
		}
		graphics.setColor(Color.WHITE);
		graphics.fillRect(500 + shift, 820 + shift, 320, 60);
		graphics.setColor(Color.BLACK);
		graphics.drawString(number, 620 + shift, 860 + shift);
		graphics.dispose();
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage sheet = new PDPage(PDRectangle.A4);
			document.addPage(sheet);
			try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
				out.drawImage(JPEGFactory.createFromImage(document, page, 0.9f), 0, 0, PDRectangle.A4.getWidth(),
						PDRectangle.A4.getHeight());
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

}
