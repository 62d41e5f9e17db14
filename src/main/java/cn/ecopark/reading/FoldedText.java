package cn.ecopark.reading;

import java.util.Arrays;

/**
 * A text as it is searched: normal, and with one kind each of brackets, title marks,
 * dashes, quotes and dots, several dashes being one. It is what the function
 * {@code folded} of the database makes of a normal text; only here each place knows where
 * in the original it comes from.
 */
final class FoldedText {

	/** Of each kind: what it becomes, and what is like it. */
	private static final String[][] ALIKE = {
			{ "(", "[{\u3010\u3014\u3016\u3018\u301A\u2772\u2768\u276A\u2774\u27E6\u27EE\u2985" },
			{ ")", "]}\u3011\u3015\u3017\u3019\u301B\u2773\u2769\u276B\u2775\u27E7\u27EF\u2986" },
			{ "<", "\u300A\u3008\u00AB\u2039" }, { ">", "\u300B\u3009\u00BB\u203A" },
			{ "-", "\u2010\u2012\u2013\u2014\u2015\u2212\u2043\u02D7\u2500" },
			{ "\"", "\u201C\u201D\u201E\u201F\u300C\u300D\u300E\u300F\u301D\u301E\u301F" },
			{ "'", "\u2018\u2019\u201A\u201B" }, { "\u00B7", "\u2022\u2027\u2219\u22C5\u30FB" } };

	/** From here on nothing becomes another. */
	private static final char FIRST_HAN = '\u4E00';

	private static final char DASH = '-';

	/** Is not seen. */
	private static final char JOINER = '\u034F';

	private final NormalText text;

	private final String value;

	/** Place in the normal text of each character. */
	private final int[] places;

	private FoldedText(NormalText text) {
		this.text = text;
		String normal = text.value();
		StringBuilder folded = new StringBuilder(normal.length());
		int[] from = new int[normal.length()];
		for (int at = 0; at < normal.length(); at++) {
			char become = folded(normal.charAt(at));
			if (become == JOINER) {
				continue;
			}
			if (become != DASH || folded.isEmpty() || folded.charAt(folded.length() - 1) != DASH) {
				from[folded.length()] = at;
				folded.append(become);
			}
		}
		this.value = folded.toString();
		this.places = Arrays.copyOf(from, folded.length());
	}

	static FoldedText of(String text) {
		return new FoldedText(NormalText.of(text));
	}

	/**
	 * @return the text as it is searched
	 */
	static String folded(String text) {
		return of(text).value();
	}

	String value() {
		return this.value;
	}

	/**
	 * @return place in the original of the character at that place
	 */
	int originOf(int place) {
		return this.text.originOf(this.places[place]);
	}

	private static char folded(char character) {
		if (character >= FIRST_HAN || character >= '0' && character <= '9' || character >= 'a' && character <= 'z') {
			return character;
		}
		for (String[] kind : ALIKE) {
			if (kind[1].indexOf(character) >= 0) {
				return kind[0].charAt(0);
			}
		}
		return character;
	}

}
