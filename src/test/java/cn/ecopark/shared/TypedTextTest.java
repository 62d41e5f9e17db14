package cn.ecopark.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTextTest {

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029" })
	void takesEveryLineBreakAsOne(String lineBreak) {
		assertThat(TypedText.clean("甲" + lineBreak + "乙")).isEqualTo("甲\n乙");
		assertThat(TypedText.clean(lineBreak + lineBreak)).isEqualTo("\n\n");
	}

	@Test
	void countsAsTheBrowserCounts() {
		String typed = "一".repeat(1999) + "\r\n" + "二".repeat(2000);

		assertThat(TypedText.clean(typed)).hasSize(4000);
	}

	@Test
	void leavesOutWhatNobodySees() {
		assertThat(TypedText.clean("\u0000同\u0000意\u0007\u001b\u007f\u009f\u0000")).isEqualTo("同意");
		assertThat(TypedText.clean("\u0000")).isEmpty();
	}

	@Test
	void leavesEverythingElse() {
		String text = "\t一 二　𠮷 CO₂\u200d é\u0301 \ue863";

		assertThat(TypedText.clean(text)).isEqualTo(text);
		assertThat(TypedText.clean("a\tb\n")).isEqualTo("a\tb\n");
	}

}
