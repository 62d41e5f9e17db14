package cn.ecopark.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads back what was written. */
class SheetWriterTest {

	private static final LocalDate DAY = LocalDate.of(2018, 2, 28);

	private record Line(String text, LocalDate day, int number) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+86 10 6655", "-1", "@SUM(A1)", "\tx", "＝HYPERLINK(\"http://x\")",
			"=cmd|' /C calc'!A0", "007", "环科财〔2018〕1号", "2018-01-02", "a<b>&\"c\"", "1e10", " 前后有空格 ", "CO₂ 𠮷", "两\n行",
			"_x0041_" })
	void writesTextAsText(String text) throws IOException {
		byte[] sheet = written(1, number -> new Line(text, DAY, 7));

		assertThat(ReadSheet.cells(sheet).get(1).get(0)).isEqualTo(new ReadSheet.Cell("inlineStr", text, "@", false));
	}

	@Test
	void writesDaysAsDaysAndNumbersAsNumbers() throws IOException {
		List<ReadSheet.Cell> row = ReadSheet.cells(written(1, number -> new Line("x", DAY, 7))).get(1);

		assertThat(row.get(1).type()).isIn("", "n");
		assertThat(row.get(1).format()).isEqualTo("yyyy-mm-dd");
		assertThat(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(row.get(1).text()))).isEqualTo(DAY);
		assertThat(row.get(2).type()).isIn("", "n");
		assertThat(Double.parseDouble(row.get(2).text())).isEqualTo(7);
	}

	@Test
	void headsTheColumnsInTheLanguageOfTheReader() throws IOException {
		assertThat(ReadSheet.rows(written(0, number -> new Line("x", DAY, 1))))
			.containsExactly(List.of("名称", "日期", "家数"));
	}

	@Test
	void writesAllPagesInTheirOrder() throws IOException {
		byte[] sheet = written(450, number -> new Line("第" + number + "行", DAY, number));

		assertThat(ReadSheet.column(sheet, "名称"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 450).mapToObj(number -> "第" + number + "行").toList());
	}

	@Test
	void saysWhenThereAreMore() throws IOException {
		List<List<String>> rows = ReadSheet.rows(written(ListSheet.MOST + 1, number -> new Line("x", DAY, number)));

		assertThat(rows).hasSize(ListSheet.MOST + 2);
		assertThat(rows.get(ListSheet.MOST).get(2)).isEqualTo(Integer.toString(ListSheet.MOST));
		assertThat(rows.get(ListSheet.MOST + 1)).containsExactly("只有前 20,000 行");
	}

	@Test
	void saysNothingWhereAllAreThere() throws IOException {
		assertThat(ReadSheet.rows(written(ListSheet.MOST, number -> new Line("x", DAY, number))))
			.hasSize(ListSheet.MOST + 1);
	}

	private static byte[] written(int many, IntFunction<Line> line) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ListSheet<Line, Integer> list = new ListSheet<>(
				"lines", "title", Map.of(), List.of(SheetColumn.text("name", 20, Line::text),
						SheetColumn.day("day", Line::day), SheetColumn.number("number", Line::number)),
				cursor -> page(many, line, cursor));
		new SheetWriter<>(list, texts(), Locale.SIMPLIFIED_CHINESE).write(out);
		return out.toByteArray();
	}

	private static ListPage<Line, Integer> page(int many, IntFunction<Line> line, Cursor<Integer> cursor) {
		int from = Objects.requireNonNullElse(cursor.key(), 0);
		int to = Math.min(many, from + ListSheet.PAGE);
		return new ListPage<>(IntStream.rangeClosed(from + 1, to).mapToObj(line).toList(), null, to < many ? to : null);
	}

	private static Texts texts() {
		StaticMessageSource messages = new StaticMessageSource();
		Map.of("title", "清单", "name", "名称", "day", "日期", "number", "家数", "spreadsheet.list.incomplete", "只有前 {0} 行")
			.forEach((key, text) -> messages.addMessage(key, Locale.SIMPLIFIED_CHINESE, text));
		return new Texts(messages);
	}

}
