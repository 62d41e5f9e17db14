package cn.ecopark.officialdocument;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.officialdocument.CompositionRefusals.CharacterUndrawable;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.SetPage;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * No character of a document is lost: it is read back from the PDF, or the document is
 * refused.
 */
class DifficultCharactersTest {

	/** Strings that read back as they were written. */
	static final List<String> DRAWN = List.of(
			// Formulas, units and powers.
			"CO₂", "PM₂.₅", "PM₁₀", "SO₄²⁻", "NH₃-N", "H₂SO₄", "10⁵", "10⁻³", "x₁+x₂", "m³/d", "km²", "㎡", "㎥", "℃",
			"℉", "μg/m³", "µm", "‰", "Å", "½⅓¼⅔⅛", "≤≥≠≈±×÷", "∑∏√∞∫∂", "→←↑↓⇒⇔", "∈∉⊂⊃∩∪",
			// Marks of choice, numbers in circles, marks of paragraphs.
			"✓", "✔", "☑", "☐", "☒", "✗", "■□▲△●○★☆", "①⑳㉑㊿", "㈠㊣", "ⅠⅡⅢⅫ", "§¶†‡•", "№℡™®©",
			// Money and letters of other languages.
			"€£¥￥₩₽", "ÀÉÎÕÜßøåçñ", "ŁódźČeský", "ĀǎǏǖü", "Ωαβγ", "ЖёЯ", "Nguyễn", "x̄", "ỳ",
			// Names: level 2 and 3 of GB 18030-2022, first and last of CJK extensions.
			"王𠮷", "㐂㐀䶿", "龦龻鿏鿿", "𠀀", "𪛖", "𪜀𫜴", "𫝀𫠝", "𫠠𬺡", "𬺰𮯠", "𬭸𬭎𬭳", "𫖯𬱖𬘡", "𤧟𧿹", "〇〡々仝",
			// Compatible ideographs, full width and half width.
			"﨎﨏﨑", "ＡＢ１２", "ｱｲｳ", "……——～·");

	private final OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");

	static Stream<String> drawn() {
		return DRAWN.stream();
	}

	@Test
	void areSixty() {
		assertThat(DRAWN).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("drawn")
	void readsBackAsWritten(String text) throws Exception {
		assertThat(readBack("甲" + text + "乙")).contains("甲" + text + "乙");
	}

	/** Whatever the width of a space and whatever ends a line, words stay apart. */
	@ParameterizedTest
	@CsvSource({ "2009", "202F", "00A0", "2003", "205F", "3000", "2007", "1680", "0009" })
	void keepsWordsApartByEverySpace(String space) throws Exception {
		String read = readBack("甲one" + Character.toString(Integer.parseInt(space, 16)) + "two乙");

		assertThat(read).contains("one").contains("two").doesNotContain("onetwo").doesNotContain("〓");
	}

	@ParameterizedTest
	@CsvSource({ "000B", "0085", "2028", "2029", "000C", "000D", "000A" })
	void endsALineWhereItWasEnded(String end) throws Exception {
		String written = "甲" + Character.toString(Integer.parseInt(end, 16)) + "乙";

		assertThat(rows(written)).contains("甲").anyMatch(row -> row.startsWith("乙"));
	}

	static Stream<Arguments> refused() {
		return Stream.of(Arguments.of("联系人王👧", 1, 5, "U+1F467"), Arguments.of("第一行\n第二行가", 2, 4, "U+AC00"),
				Arguments.of("甲م", 1, 2, "U+0645"), Arguments.of("张\uE863三", 1, 2, "U+E863"),
				Arguments.of("\uE001", 1, 1, "U+E001"),
				Arguments.of("𠮷é\u200B李" + Character.toString(0x30000), 1, 4, "U+30000"),
				Arguments.of("甲\uFFFE", 1, 2, "U+FFFE"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesWhatNoFontHasWithItsPlace(String text, int line, int place, String code) {
		assertThatThrownBy(() -> readBack(text)).isInstanceOfSatisfying(CharacterUndrawable.class,
				refused -> assertThat(refused.arguments()).startsWith(causeLabel(), line, place).endsWith(code));
	}

	private String causeLabel() {
		return this.kind.facts()
			.stream()
			.filter(fact -> fact.name().equals("cause"))
			.map(fact -> fact.label())
			.findFirst()
			.orElseThrow();
	}

	private String readBack(String text) throws Exception {
		return String.join("", rows(text));
	}

	private List<String> rows(String text) throws Exception {
		Facts facts = Facts.examples(this.kind.facts()).text("cause", text);
		byte[] pdf = DocumentsOnTable.composer()
			.compose(this.kind.key(), this.kind.release(), facts, DocumentsOnTable.imprint(this.kind))
			.pdf();
		return SetPage.of(pdf).stream().flatMap(page -> page.texts().stream()).collect(Collectors.toList());
	}

}
