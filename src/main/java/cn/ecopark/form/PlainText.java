package cn.ecopark.form;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Which characters may stand in what people write. */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * Line breaks and tabs are text; other control characters are not, and no database
	 * keeps U+0000. Neither are halves of a surrogate pair.
	 */
	static boolean isPlain(String text) {
		return text.codePoints()
			.allMatch(character -> character == '\n' || character == '\r' || character == '\t'
					|| !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
	}

	/**
	 * Characters of the user-defined area (造字) are refused as well: each computer shows
	 * another one, or none, and no document can say which was meant.
	 * @return what is wrong with a text; null for nothing
	 */
	public static @Nullable InputError error(String text) {
		if (!isPlain(text)) {
			return new InputError("form.error.text.control-characters");
		}
		List<String> lines = text.lines().toList();
		for (int line = 0; line < lines.size(); line++) {
			int[] characters = lines.get(line).codePoints().toArray();
			for (int at = 0; at < characters.length; at++) {
				if (Character.getType(characters[at]) == Character.PRIVATE_USE) {
					return new InputError("form.error.text.self-made", line + 1, at + 1,
							"U+%04X".formatted(characters[at]));
				}
			}
		}
		return null;
	}

}
