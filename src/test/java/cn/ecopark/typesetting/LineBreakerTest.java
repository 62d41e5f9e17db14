package cn.ecopark.typesetting;

import java.util.List;
import java.util.stream.Collectors;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines of ten characters, each ten points wide. */
class LineBreakerTest {

	private static final Style STYLE = new Style(Face.SONG, 10, 0);

	private static final float WIDTH = 100;

	private final Shaper shaper = new Shaper(Fonts.open());

	@Test
	void breaksBetweenChineseCharacters() {
		assertThat(lines("一二三四五六七八九十甲乙")).containsExactly("一二三四五六七八九十", "甲乙");
	}

	@Test
	void drawsAClosingMarkInWhereTheMarksOfTheLineHaveRoom() {
		assertThat(lines("一二，四五，七八九十。甲")).containsExactly("一二，四五，七八九十。", "甲");
	}

	@Test
	void carriesACharacterOverWhereNoMarkCanBeNarrowed() {
		assertThat(lines("一二三四五六七八九十％甲")).containsExactly("一二三四五六七八九", "十％甲");
	}

	@Test
	void drawsNoMoreMarksInThanThereIsRoomFor() {
		assertThat(lines("一二三四五六七八九十。）”")).containsExactly("一二三四五六七八九", "十。）”");
	}

	@Test
	void endsNoLineWithAnOpeningMark() {
		assertThat(lines("一二三四五六七八九《甲》")).containsExactly("一二三四五六七八九", "《甲》");
		assertThat(lines("一二三四五六七《甲》")).containsExactly("一二三四五六七《甲》");
	}

	@Test
	void keepsAWordTogetherThatFitsALine() {
		assertThat(lines("一二三四五六七八park")).containsExactly("一二三四五六七八", "park");
	}

	@Test
	void keepsANumberWithItsYearAndUnit() {
		assertThat(lines("一二三四五六七2018年")).containsExactly("一二三四五六七", "2018年");
	}

	@Test
	void breaksAWordThatIsLongerThanALine() {
		List<Line> lines = LineBreaker.lines(this.shaper.shape("一二三" + "x".repeat(60) + "四", STYLE), 0, WIDTH);

		assertThat(text(lines.get(0))).startsWith("一二三xxxx");
		assertThat(lines.stream().map(LineBreakerTest::text).collect(Collectors.joining()))
			.isEqualTo("一二三" + "x".repeat(60) + "四");
		assertThat(lines).allSatisfy((line) -> assertThat(line.width()).isLessThanOrEqualTo(WIDTH + 0.2f));
	}

	@Test
	void breaksAWordThatOnlyTheIndentLeavesNoRoomFor() {
		float word = LineBreaker.whole(this.shaper.shape("x".repeat(16), STYLE)).width();

		assertThat(LineBreaker.lines(this.shaper.shape("x".repeat(16), STYLE), 0, word + 1)).hasSize(1);
		assertThat(LineBreaker.lines(this.shaper.shape("x".repeat(16), STYLE), 20, word + 1)).hasSize(2)
			.allSatisfy((line) -> assertThat(line.width()).isLessThanOrEqualTo(word + 1.2f));
	}

	@Test
	void goesOnWhereNoBreakIsAllowed() {
		assertThat(lines("（".repeat(25))).containsExactly("（".repeat(10), "（".repeat(10), "（".repeat(5));
		assertThat(String.join("", lines("％".repeat(25)))).isEqualTo("％".repeat(25));
	}

	@Test
	void leavesSpaceOutWhereALineEnds() {
		assertThat(lines("一二三四五六七八九十   甲乙")).containsExactly("一二三四五六七八九十", "甲乙");
	}

	@Test
	void spreadsAllLinesButTheLast() {
		List<Line> lines = LineBreaker.lines(this.shaper.shape("一二三四五六七八九％％％甲", STYLE), 0, WIDTH);

		assertThat(lines.get(0).width()).isCloseTo(WIDTH, Offset.offset(0.01f));
		assertThat(lines.get(lines.size() - 1).width()).isLessThan(WIDTH);
		assertThat(LineBreaker.ragged(this.shaper.shape("一二三四五六七八九％％％甲", STYLE), WIDTH).get(0).width())
			.isLessThan(WIDTH);
	}

	@Test
	void hasNoLineForNothing() {
		assertThat(lines("")).isEmpty();
		assertThat(lines("\u0007\u202E")).isEmpty();
	}

	@Test
	void leavesOutTheRestOfTooManyLines() {
		List<Cluster> end = this.shaper.shape("…", STYLE);

		assertThat(Lines.atMost(2, this.shaper.shape("一二三四五六七八九十甲乙", STYLE), end, WIDTH)
			.stream()
			.map(LineBreakerTest::text)).containsExactly("一二三四五六七八九十", "甲乙");
		List<Line> cut = Lines.atMost(2, this.shaper.shape("一二三四五六七八九十".repeat(3), STYLE), end, WIDTH);
		assertThat(cut.stream().map(LineBreakerTest::text)).containsExactly("一二三四五六七八九十", "一二三四五六七八九…");
		assertThat(cut).allSatisfy((line) -> assertThat(line.width()).isLessThanOrEqualTo(WIDTH));
	}

	private List<String> lines(String text) {
		return LineBreaker.lines(this.shaper.shape(text, STYLE), 0, WIDTH).stream().map(LineBreakerTest::text).toList();
	}

	private static String text(Line line) {
		return line.pieces().stream().map((piece) -> piece.cluster().text()).collect(Collectors.joining());
	}

}
