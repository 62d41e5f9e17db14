package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character that no font has, and where it stands in a text.
 *
 * @param line counted from 1
 * @param place in the line, counted from 1, as a reader counts: marks belong to what they
 * stand on, what cannot be seen does not count
 */
public record Undrawable(String character, int line, int place) {

	private static final Pattern CHARACTER = Pattern.compile("\\P{M}\\p{M}*|\\p{M}+");

	/**
	 * @return the characters of that text, in their order
	 */
	static List<Undrawable> in(String text, Fonts fonts) {
		List<Undrawable> found = new ArrayList<>();
		if (missing(text, fonts).isEmpty()) {
			return found;
		}
		String[] lines = text.split("\\R");
		for (int line = 0; line < lines.length; line++) {
			Matcher character = CHARACTER.matcher(Shaper.visible(lines[line]));
			for (int place = 1; character.find(); place++) {
				for (String missing : missing(character.group(), fonts)) {
					found.add(new Undrawable(missing, line + 1, place));
				}
			}
		}
		return found;
	}

	private static List<String> missing(String text, Fonts fonts) {
		Shaper shaper = new Shaper(fonts);
		shaper.shape(text, Style.BODY);
		return List.copyOf(shaper.missing());
	}

	/**
	 * @return its number in Unicode, for instance U+1F467
	 */
	public String code() {
		return "U+%04X".formatted(this.character.codePointAt(0));
	}

}
