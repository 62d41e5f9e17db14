package cn.ecopark.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.typesetting.SetPage.Row;

import static org.assertj.core.api.Assertions.assertThat;

/** Plain pages, read back from the PDF. */
class PlainPagesTest {

	private static final Offset<Float> TOLERANCE = Offset.offset(0.5f);

	private static final float LEFT = 28;

	private static final float RIGHT = 28 + 156;

	private static final float TOP = 37;

	private static final float BOTTOM = 37 + 225;

	private static final String SENTENCE = "园区坚持生态优先绿色发展的理念全面推进产业生态化改造提升资源能源利用效率降低污染物排放强度";

	private static final String HOSTILE = "王𫖯😀👩‍👩‍👧\u202Eabc\u202C e\u0301 مرحبا שלום ไทย \u0000\u0007\t𠮷\n"
			+ "x".repeat(400) + "\nhttps://example.org/" + "a/long/path/".repeat(20) + "\n" + "1234567890".repeat(20)
			+ "\n" + "。".repeat(200) + "\n" + "（".repeat(80) + "\n \n\n" + "\u0301".repeat(40) + "\n" + " ".repeat(500)
			+ "y";

	private final PDDocument document = new PDDocument();

	private final PlainPages pages = new Typesetter(Fonts.open(), ZonedDateTime::now).plainPages(this.document);

	@AfterEach
	void close() throws IOException {
		this.document.close();
	}

	@Test
	void spreadsTheLinesOfATextOverItsWidth() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.text(SENTENCE.repeat(3));

		List<Row> rows = read().get(0).rows();
		assertThat(rows).hasSizeGreaterThan(2);
		assertThat(rows.get(0).left()).isCloseTo(LEFT + 2 * 10.5f * 25.4f / 72, TOLERANCE);
		assertThat(rows.subList(0, rows.size() - 1))
			.allSatisfy((row) -> assertThat(row.right()).isCloseTo(RIGHT, TOLERANCE));
		assertThat(rows.get(rows.size() - 1).right()).isLessThan(RIGHT - 5);
		assertThat(rows.get(1).left()).isCloseTo(LEFT, TOLERANCE);
	}

	@Test
	void setsNothingForNothing() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.text("");
		this.pages.text(" \n\n\t\u0000");
		this.pages.note("");
		this.pages.pair("", "");
		this.pages.text("甲");

		List<SetPage> read = read();
		assertThat(read).hasSize(1);
		assertThat(read.get(0).texts()).containsExactly("甲");
		assertThat(read.get(0).rows().get(0).top()).isLessThan(TOP + 12);
	}

	@Test
	void partsParagraphsAndWidensTheGapForAnEmptyLine() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.text("甲\r\n　乙\n\n\n丙");

		List<Row> rows = read().get(0).rows();
		assertThat(rows.stream().map(Row::text)).containsExactly("甲", "乙", "丙");
		float first = rows.get(1).top() - rows.get(0).top();
		float second = rows.get(2).top() - rows.get(1).top();
		assertThat(second).isBetween(first + 1, first + 2);
	}

	@Test
	void staysWithinTheTypeAreaWhateverTheTextIsLike() throws IOException {
		this.pages.begin(new Running(HOSTILE, HOSTILE, Integer::toString));
		this.pages.title(HOSTILE);
		this.pages.heading(HOSTILE, HOSTILE);
		this.pages.text(HOSTILE);
		this.pages.pair(HOSTILE, HOSTILE, HOSTILE);
		this.pages.note(HOSTILE);
		this.pages.entry(1, HOSTILE, "1", to(0));
		this.pages.sheet(List.of(List.of(HOSTILE, HOSTILE)));
		this.pages.begin(Running.NONE);
		this.pages.cover(List.of(HOSTILE));

		assertThat(read()).allSatisfy((page) -> assertThat(page.rows()).allSatisfy((row) -> {
			float half = row.size() * 25.4f / 72 / 2 + 0.5f;
			assertThat(row.left()).as(row.text()).isGreaterThan(LEFT - half);
			assertThat(row.right()).as(row.text()).isLessThan(RIGHT + half);
			assertThat(row.bottom()).as(row.text()).isLessThan(BOTTOM + 15);
		}));
		assertThat(this.pages.missing()).contains("👧").doesNotContain("x");
	}

	@Test
	void leavesNoHeadingAloneAtTheFootOfAPage() throws IOException {
		for (int lines = 28; lines < 38; lines++) {
			this.pages.begin(Running.NONE);
			fill(lines);
			this.pages.heading("标题", "说明");
			this.pages.text(SENTENCE.repeat(2));
		}

		List<SetPage> read = read();
		int here = 0;
		for (SetPage page : read) {
			List<String> texts = page.texts();
			if (texts.contains("标题")) {
				assertThat(texts.subList(texts.indexOf("标题"), texts.size())).hasSizeGreaterThan(3);
				here += texts.indexOf("标题") > 0 ? 1 : 0;
			}
		}
		assertThat(here).as("headings that had room on the page before").isBetween(1, 9);
		assertThat(read).hasSizeBetween(12, 19);
	}

	@Test
	void leavesNoLineOfAParagraphAloneOnAPage() throws IOException {
		for (int lines = 28; lines < 38; lines++) {
			this.pages.begin(Running.NONE);
			fill(lines);
			this.pages.text(SENTENCE.repeat(5));
		}

		List<SetPage> read = read();
		assertThat(read).allSatisfy((page) -> assertThat(ofSentence(page)).isNotEqualTo(1));
		assertThat(read.stream().filter((page) -> ofSentence(page) > 1)).as("parts").hasSizeGreaterThan(10);
	}

	@Test
	void alignsALabelWithItsValue() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.pair("省份", "江苏省", "说明");
		this.pages.pair("状态", "办理中");

		List<Row> rows = read().get(0).rows();
		assertThat(rows.stream().map(Row::text)).containsExactly("省份江苏省", "说明", "状态办理中");
		assertThat(rows.get(0).left()).isCloseTo(LEFT, TOLERANCE);
		assertThat(rows.get(0).glyphs().get(2).x()).isCloseTo(LEFT + 40, TOLERANCE);
		assertThat(rows.get(1).left()).isCloseTo(LEFT + 40, TOLERANCE);
		assertThat(rows.get(1).size()).isLessThan(rows.get(0).size());
	}

	@Test
	void putsPartsOfOtherSizesOnOneBaseLine() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.pair("国家生态工业示范园区办公室", "王五", "经办");

		List<Row> rows = read().get(0).rows();
		assertThat(rows).hasSize(2);
		assertThat(rows.get(1).text()).isEqualTo("区办公室经办");
	}

	@Test
	void wrapsALabelThatIsLongerThanItsColumn() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.pair("国家生态工业示范园区建设协调领导小组办公室承办人", "王五");
		this.pages.pair("下一项", "赵六");

		List<Row> rows = read().get(0).rows();
		assertThat(rows).hasSize(4);
		assertThat(rows.get(0).text()).endsWith("王五");
		assertThat(rows.get(0).glyphs().stream().filter((glyph) -> glyph.x() < LEFT + 40))
			.allSatisfy((glyph) -> assertThat(glyph.x() + glyph.width()).isLessThan(LEFT + 36.5f));
		assertThat(rows.subList(1, 3)).allSatisfy((row) -> assertThat(row.right()).isLessThan(LEFT + 36.5f));
		assertThat(rows.get(3).text()).isEqualTo("下一项赵六");
		assertThat(rows.get(3).top()).isGreaterThan(rows.get(2).bottom());
	}

	@Test
	void carriesALongValueOverWithTwoLinesAtLeast() throws IOException {
		for (int lines = 30; lines < 37; lines++) {
			this.pages.begin(Running.NONE);
			fill(lines);
			this.pages.pair("意见", SENTENCE.repeat(6));
		}

		List<SetPage> read = read();
		assertThat(read).hasSize(14);
		assertThat(read).allSatisfy((page) -> assertThat(ofSentence(page)).isNotEqualTo(1));
		assertThat(
				read.stream().filter((page) -> page.texts().get(0).equals("填充")).filter((page) -> ofSentence(page) > 1))
			.as("values that begin on the page before")
			.isNotEmpty();
		assertThat(read.stream().flatMap((page) -> page.texts().stream()).filter((text) -> text.startsWith("意见")))
			.hasSize(7);
	}

	@Test
	void keepsAShortPairOnOnePage() throws IOException {
		for (int lines = 30; lines < 38; lines++) {
			this.pages.begin(Running.NONE);
			fill(lines);
			this.pages.pair("时间", SENTENCE, "经办");
		}

		assertThat(read()).allSatisfy((page) -> assertThat(page.texts().contains("经办"))
			.isEqualTo(page.texts().stream().anyMatch((text) -> text.startsWith("时间"))));
	}

	@Test
	void leadsFromTheContentsToThePages() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.entry(0, "案卷概况", "7", to(0));
		this.pages.entry(1, "建设规划", "12", to(1));

		SetPage page = read().get(0);
		assertThat(page.texts()).containsExactly("案卷概况7", "建设规划12");
		assertThat(page.rows()).allSatisfy((row) -> assertThat(row.right()).isCloseTo(RIGHT, TOLERANCE));
		assertThat(page.rows().get(1).left()).isGreaterThan(page.rows().get(0).left() + 5);
		List<PDAnnotation> links = this.document.getPage(0).getAnnotations();
		assertThat(links).hasSize(2);
		assertThat(page(links.get(0))).isEqualTo(0);
		assertThat(page(links.get(1))).isEqualTo(1);
		assertThat(links.get(0).getRectangle().getLowerLeftY())
			.isGreaterThanOrEqualTo(links.get(1).getRectangle().getUpperRightY() - 0.01f);
		float baseline = 297 - page.rows().get(1).glyphs().get(0).base();
		assertThat(baseline * 72 / 25.4f).isBetween(links.get(1).getRectangle().getLowerLeftY(),
				links.get(1).getRectangle().getUpperRightY());
	}

	@Test
	void wrapsAnEntryThatIsTooLongAndCutsOneThatIsFarTooLong() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.entry(1, SENTENCE.repeat(2), "3", to(0));
		this.pages.entry(1, SENTENCE.repeat(20), "12345", to(0));
		this.pages.entry(1, "", "5", to(0));

		List<Row> rows = read().get(0).rows();
		List<String> texts = rows.stream().map(Row::text).toList();
		int first = IntStream.range(0, texts.size())
			.filter((at) -> texts.get(at).endsWith("度3"))
			.findFirst()
			.orElseThrow();
		assertThat(String.join("", texts.subList(0, first + 1))).isEqualTo(SENTENCE.repeat(2) + "3");
		assertThat(texts.subList(first + 1, first + 3)).allSatisfy((text) -> assertThat(text).doesNotContain("…", "1"));
		assertThat(texts.get(first + 3)).endsWith("…12345");
		assertThat(texts.get(first + 4)).isEqualTo("5");
		assertThat(rows.get(first + 1).top() - rows.get(first).top()).as("from entry to entry")
			.isGreaterThan(rows.get(1).top() - rows.get(0).top() + 1);
		assertThat(this.document.getPage(0).getAnnotations()).hasSize(3);
		assertThat(this.document.getPage(0).getAnnotations().get(1).getRectangle().getHeight()).isGreaterThan(3 * 15);
	}

	@Test
	void endsNoPageOfTheContentsWithAnEntryOfTheHighestLevel() throws IOException {
		for (int entries = 28; entries < 36; entries++) {
			this.pages.begin(Running.NONE);
			for (int at = 0; at < entries; at++) {
				this.pages.entry(1, "材料", "1", to(0));
			}
			this.pages.entry(0, "文件夹", "2", to(0));
			this.pages.entry(1, "材料", "2", to(0));
		}

		List<SetPage> read = read();
		assertThat(read).hasSizeBetween(9, 15)
			.allSatisfy((page) -> assertThat(page.texts().get(page.texts().size() - 1)).startsWith("材料"));
	}

	@Test
	void saysOnEachPageWhatItBelongsTo() throws IOException {
		this.document.addPage(new PDPage());
		this.pages.begin(new Running("某园区", "意见", (number) -> "第" + number + "页"));
		fill(60);
		this.pages.begin(Running.NONE);
		this.pages.text("封面");

		List<SetPage> read = read();
		assertThat(read).hasSize(4);
		assertThat(read.get(1).texts()).startsWith("某园区意见").endsWith("第2页");
		assertThat(read.get(2).texts()).startsWith("某园区意见").endsWith("第3页");
		assertThat(read.get(1).row("第2页").top()).isGreaterThan(BOTTOM);
		assertThat(read.get(1).rows().get(0).bottom()).isLessThan(TOP);
		assertThat(read.get(1).rows().get(0).right()).isCloseTo(RIGHT, TOLERANCE);
		assertThat(read.get(3).texts()).containsExactly("封面");
	}

	@Test
	void shortensAHeadThatIsTooLong() throws IOException {
		this.pages.begin(new Running(SENTENCE.repeat(3), SENTENCE.repeat(2), (number) -> ""));

		Row head = read().get(0).rows().get(0);
		assertThat(head.text().chars().filter((character) -> character == '…').count()).isEqualTo(2);
		assertThat(head.left()).isCloseTo(LEFT, TOLERANCE);
		assertThat(head.right()).isCloseTo(RIGHT, TOLERANCE);
	}

	@Test
	void letsOtherPagesInBetweenItsOwn() throws IOException {
		this.pages.begin(Running.NONE);
		this.pages.heading("前");
		this.pages.end();
		this.document.addPage(new PDPage());
		this.pages.begin(Running.NONE);
		this.pages.text("后");

		assertThat(read().stream().map(SetPage::texts)).containsExactly(List.of("前"), List.of(), List.of("后"));
	}

	@Test
	void keepsNoPageThatIsFull() throws IOException {
		RunningPages running = new RunningPages(this.document, new Shaper(Fonts.open()));
		for (int at = 0; at < 5; at++) {
			running.add();
			assertThat(running.count()).isEqualTo(1);
		}
		running.close();

		assertThat(running.count()).isZero();
		assertThat(this.document.getNumberOfPages()).isEqualTo(5);
	}

	@Test
	void writesRareCharactersOnManyPagesInOneFontEach() throws IOException {
		for (int at = 0; at < 50; at++) {
			this.pages.begin(Running.NONE);
			this.pages.text("王𫖯" + Character.toString(0x4E00 + at));
		}

		List<SetPage> read = read();
		assertThat(read.get(49).texts()).containsExactly("王𫖯" + Character.toString(0x4E00 + 49));
		List<Object> fonts = new ArrayList<>();
		for (PDPage page : this.document.getPages()) {
			page.getResources()
				.getFontNames()
				.forEach((name) -> fonts
					.add(page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).getDictionaryObject(name)));
		}
		assertThat(fonts.stream().distinct()).hasSizeBetween(1, 2);
	}

	/** Lines of one word each. */
	private void fill(int lines) throws IOException {
		for (int at = 0; at < lines; at++) {
			this.pages.text("填充");
		}
	}

	private static long ofSentence(SetPage page) {
		return page.texts().stream().filter((text) -> !text.equals("填充")).count();
	}

	private PDPageFitDestination to(int page) {
		while (this.document.getNumberOfPages() <= page) {
			this.document.addPage(new PDPage());
		}
		PDPageFitDestination to = new PDPageFitDestination();
		to.setPage(this.document.getPage(page));
		return to;
	}

	private int page(PDAnnotation link) throws IOException {
		PDActionGoTo action = (PDActionGoTo) ((PDAnnotationLink) link).getAction();
		return ((PDPageFitDestination) action.getDestination()).retrievePageNumber();
	}

	private List<SetPage> read() throws IOException {
		this.pages.end();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.document.save(bytes);
		return SetPage.of(bytes.toByteArray());
	}

}
