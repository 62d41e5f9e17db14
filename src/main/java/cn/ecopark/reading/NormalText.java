package cn.ecopark.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: width and case of characters make no difference, nor do
 * spaces and line breaks, so that a phrase broken over two lines is one phrase. Each
 * place in it knows where in the original it comes from.
 */
final class NormalText {

	/** Fonts of Chinese texts put the dots of an ellipsis at half height. */
	private static final int MIDDLE_ELLIPSIS = 0x22EF;

	private static final int ELLIPSIS = 0x2026;

	/** Fonts of Chinese texts have one sign for two dashes. */
	private static final int TWO_DASHES = 0x2E3A;

	private static final int DASH = 0x2014;

	private static final int FIRST_HAN = 0x4E00;

	private static final int LAST_HAN = 0x9FFF;

	private final StringBuilder normal;

	private int[] origins;

	private NormalText(int length) {
		this.normal = new StringBuilder(length);
		this.origins = new int[Math.max(16, length)];
	}

	static NormalText of(String text) {
		NormalText made = new NormalText(text.length());
		for (int at = 0; at < text.length();) {
			int point = text.codePointAt(at);
			if (!isBreakingHyphen(text, at, point)) {
				made.append(point, at);
			}
			at += Character.charCount(point);
		}
		return made;
	}

	/**
	 * @return the text as it is compared
	 */
	static String normal(String text) {
		return of(text).value();
	}

	String value() {
		return this.normal.toString();
	}

	/**
	 * @return place in the original of the character at that place
	 */
	int originOf(int place) {
		return this.origins[place];
	}

	private void append(int point, int origin) {
		if (point >= FIRST_HAN && point <= LAST_HAN || point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
			add(point, origin);
		}
		else if (point == MIDDLE_ELLIPSIS) {
			append(ELLIPSIS, origin);
		}
		else if (point == TWO_DASHES) {
			append(DASH, origin);
			append(DASH, origin);
		}
		else if (isSeen(point)) {
			Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
				.toLowerCase(Locale.ROOT)
				.codePoints()
				.filter(NormalText::isSeen)
				.forEach(folded -> add(folded, origin));
		}
	}

	private void add(int point, int origin) {
		int before = this.normal.length();
		this.normal.appendCodePoint(point);
		if (this.normal.length() > this.origins.length) {
			this.origins = Arrays.copyOf(this.origins, this.origins.length * 2);
		}
		Arrays.fill(this.origins, before, this.normal.length(), origin);
	}

	private static boolean isSeen(int point) {
		return !Character.isWhitespace(point) && !Character.isSpaceChar(point) && switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
			default -> true;
		};
	}

	/** A Latin word parted at the end of a line. */
	private static boolean isBreakingHyphen(String text, int at, int point) {
		return point == '-' && at > 0 && at + 1 < text.length() && isLineBreak(text.charAt(at + 1))
				&& isLatin(text.charAt(at - 1));
	}

	private static boolean isLineBreak(char character) {
		return character == '\n' || character == '\r';
	}

	private static boolean isLatin(char character) {
		return character < 0x250 && Character.isLetter(character);
	}

}
