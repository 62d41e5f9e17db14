package cn.ecopark.typesetting;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShaperTest {

	private final Shaper shaper = new Shaper(Fonts.open());

	@Test
	void writesWhatItsFontsHave() {
		assertThat(shaped("王喆，GB/T 3840、Ω≥±㎡")).isEqualTo("王喆，GB/T 3840、Ω≥±㎡");
		assertThat(this.shaper.missing()).isEmpty();
	}

	@Test
	void showsAndNamesACharacterNoFontHas() {
		assertThat(shaped("已收悉👧。")).isEqualTo("已收悉〓。");
		assertThat(this.shaper.missing()).containsExactly("👧");
	}

	/** Of a plane for private use, and of one that this Java does not know. */
	@Test
	void leavesNoCharacterOfANameOut() {
		String secret = "\uE815";
		String young = Character.toString(0x323AF);

		assertThat(shaped("张" + secret + "、李" + young)).isEqualTo("张〓、李〓");
		assertThat(this.shaper.missing()).containsExactly(secret, young);
	}

	/** Letters that join or run from right to left would be wrong, set one by one. */
	@Test
	void drawsNoLettersThatRunFromRightToLeft() {
		assertThat(shaped("א، م")).isEqualTo("〓〓 〓");
		assertThat(this.shaper.missing()).containsExactly("א", "،", "م");
	}

	@Test
	void keepsADigitBelowTheLineWithItsLetters() {
		List<Cluster> clusters = this.shaper.shape("排放CO₂和PM₂.₅共10⁵ m³", Style.BODY);

		assertThat(clusters.stream().filter((cluster) -> !cluster.mayBegin()).map(Cluster::text)).containsExactly("₂",
				"₂", ".", "₅", "⁵", "³");
		assertThat(this.shaper.missing()).isEmpty();
	}

	@Test
	void leavesOutWhatCannotBeSeen() {
		assertThat(shaped("a\u202Eb\u200Bc\u0000\uFE0F\uFEFF\uD800")).isEqualTo("abc");
		assertThat(shaped("葛" + Character.toString(0xE0100))).isEqualTo("葛");
		assertThat(this.shaper.missing()).isEmpty();
	}

	@Test
	void partsWordsWhereTheyWereParted() {
		assertThat(shaped("one\ttwo\u2003three\u2028four")).isEqualTo("one two three four");
		assertThat(shaped("a\u000Bb\u0085c\fd\ne\u2009f\u202Fg")).isEqualTo("a b c d e f g");
		assertThat(shaped("甲　乙")).isEqualTo("甲　乙");
	}

	@Test
	void writesALetterWithItsMarkAsOneCharacter() {
		assertThat(shaped("re\u0301sume\u0301 e\u0301")).isEqualTo("résumé é");
		assertThat(this.shaper.missing()).isEmpty();
	}

	@Test
	void namesAMarkNoFontHasButDoesNotShowItAsACharacter() {
		String mark = "\u20D2";

		assertThat(shaped("中" + mark + mark)).isEqualTo("中");
		assertThat(this.shaper.missing()).containsExactly(mark);
	}

	private String shaped(String text) {
		return this.shaper.shape(text, Style.BODY).stream().map(Cluster::text).collect(Collectors.joining());
	}

}
