package cn.ecopark.shared;

/** What people type, as the system takes it in. */
public final class TypedText {

	/** Next line, as some systems break lines. */
	private static final char NEXT_LINE = '\u0085';

	private static final char VERTICAL_TAB = '\u000b';

	private static final char FORM_FEED = '\f';

	private static final char LINE_SEPARATOR = '\u2028';

	private static final char PARAGRAPH_SEPARATOR = '\u2029';

	private TypedText() {
	}

	/**
	 * Every line break is one LF, as browsers count it, whatever sent it and whichever
	 * program it was pasted from; tabs stay; other control characters, which nobody sees
	 * and some of which no database keeps, are left out.
	 */
	public static String clean(String typed) {
		if (typed.chars().noneMatch(TypedText::isControl)) {
			return typed;
		}
		StringBuilder clean = new StringBuilder(typed.length());
		for (int at = 0; at < typed.length(); at++) {
			char character = typed.charAt(at);
			if (isLineBreak(character)) {
				boolean second = character == '\n' && at > 0 && typed.charAt(at - 1) == '\r';
				clean.append(second ? "" : "\n");
			}
			else if (character == '\t' || !isControl(character)) {
				clean.append(character);
			}
		}
		return clean.toString();
	}

	private static boolean isControl(int character) {
		return Character.isISOControl(character) || character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
	}

	private static boolean isLineBreak(char character) {
		return switch (character) {
			case '\n', '\r', VERTICAL_TAB, FORM_FEED, NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

}
