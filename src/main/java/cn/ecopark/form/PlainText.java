package cn.ecopark.form;

/** Which characters may stand in what people write. */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * Line breaks and tabs are text; other control characters are not, and no database
	 * keeps U+0000. Neither are halves of a surrogate pair.
	 */
	public static boolean isPlain(String text) {
		return text.codePoints()
			.allMatch(character -> character == '\n' || character == '\r' || character == '\t'
					|| !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
	}

}
