package cn.ecopark.wholefile;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafePathsTest {

	private final SafePaths paths = new SafePaths();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "../../etc/passwd | _._etc_passwd", "..\\..\\boot.ini | _._boot.ini", "C:\\a | C__a",
					"/etc/规划.pdf | _etc_规划.pdf", ".. | _", "CON.pdf | _CON.pdf", "lpt1 | _lpt1", "规划. . | 规划",
					"a?b*c:d | a_b_c_d" })
	void letsNoNameOutOfItsFolder(String given, String safe) {
		assertThat(SafePaths.safe(given)).isEqualTo(safe);
	}

	@Test
	void removesWhatCannotBeSeen() {
		assertThat(SafePaths.safe("规划\u202Efdp.exe")).isEqualTo("规划fdp.exe");
		assertThat(SafePaths.safe("规\u200B划\r\n\u0000.pdf")).isEqualTo("规划.pdf");
		assertThat(SafePaths.safe("\u3000 \u00A0")).isEqualTo("_");
		assertThat(SafePaths.safe("\uD83D")).isEqualTo("_");
	}

	/**
	 * Of names: a character that this Java does not know, and one of somebody's own
	 * making.
	 */
	@Test
	void dropsNoCharacterOfAName() {
		String young = Character.toString(0x323AF);

		assertThat(SafePaths.safe("李" + young + "𠮷CO₂.pdf")).isEqualTo("李" + young + "𠮷CO₂.pdf");
		assertThat(SafePaths.safe("张\uE863.pdf")).isEqualTo("张_.pdf");
		assertThat(SafePaths.safe("一\u000B二\u0085三\uFFFF.pdf")).isEqualTo("一 二 三.pdf");
	}

	@Test
	void keepsEmojiWhole() {
		assertThat(SafePaths.safe("规划🌱.pdf")).isEqualTo("规划🌱.pdf");
		String shortened = SafePaths.safe("🌱".repeat(300) + ".pdf");

		assertThat(shortened).endsWith("🌱.pdf");
		assertThat(shortened.codePoints().filter(point -> point >= 0xD800 && point < 0xE000)).isEmpty();
	}

	@Test
	void shortensLongNamesAndKeepsTheEnding() {
		String name = SafePaths.safe("长".repeat(300) + ".pdf");

		assertThat(name).endsWith("长.pdf");
		assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
		assertThat(SafePaths.safe("无".repeat(300) + "." + "尾".repeat(50)).getBytes(StandardCharsets.UTF_8).length)
			.isLessThanOrEqualTo(180);
	}

	@Test
	void givesEachNameOnce() {
		assertThat(this.paths.path("申报", "规划.PDF")).isEqualTo("申报/规划.PDF");
		assertThat(this.paths.path("申报", "规划.pdf")).isEqualTo("申报/规划 (2).pdf");
		assertThat(this.paths.path("申报", "规划\u200B.pdf")).isEqualTo("申报/规划 (3).pdf");
		assertThat(this.paths.path("申报", "规划 (2).pdf")).isEqualTo("申报/规划 (2) (2).pdf");
		assertThat(this.paths.path("申报 ", "..", "规划.pdf")).isEqualTo("申报/_/规划.pdf");
		assertThat(this.paths.path("申报", "无后缀")).isEqualTo("申报/无后缀");
		assertThat(this.paths.path("申报", "无后缀")).isEqualTo("申报/无后缀 (2)");
	}

	@Test
	void takesFullWidthAndHalfWidthFormsForTheSame() {
		assertThat(this.paths.path("Ａ.pdf")).isEqualTo("Ａ.pdf");
		assertThat(this.paths.path("a.pdf")).isEqualTo("a (2).pdf");
	}

}
