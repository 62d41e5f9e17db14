package cn.ecopark.typesetting;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stays together on a line: a Chinese character, a word, a number with its unit.
 *
 * @param width with its tracking, points
 * @param space whether it is only space, dropped where a line ends
 */
record Cluster(String text, FontFile font, float size, float width, boolean space) {

	/**
	 * Characters that must not begin a line; digits and signs above or below it belong to
	 * what they follow.
	 */
	private static final String NOT_FIRST = "。，、；：？！）》〉」』】〕〗”’％‰℃°·～,.;:?!)]}%…⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

	/** Characters that must not end a line. */
	private static final String NOT_LAST = "（《〈「『【〔〖“‘([{￥№";

	/** Full-width marks whose right half is empty. */
	private static final String EMPTY_RIGHT = "。，、；：？！）》〉」』】〕〗";

	/** Full-width marks whose left half is empty. */
	private static final String EMPTY_LEFT = "（《〈「『【〔〖";

	/** A character with the marks on it. */
	private static final Pattern CHARACTER = Pattern.compile("\\P{M}\\p{M}*");

	/**
	 * @return its characters one by one, for a line that has no room for it as a whole
	 */
	Stream<Cluster> characters() {
		return CHARACTER.matcher(this.text).results().map((found) -> alone(found.group()));
	}

	private Cluster alone(String character) {
		float advance = (float) character.codePoints().mapToDouble(this.font::advance).sum();
		return new Cluster(character, this.font, this.size, advance * this.size, this.space);
	}

	boolean mayBegin() {
		return NOT_FIRST.indexOf(this.text.codePointAt(0)) < 0 && !this.text.startsWith("——");
	}

	boolean mayEnd() {
		return NOT_LAST.indexOf(this.text.codePointBefore(this.text.length())) < 0;
	}

	/**
	 * @return how much the mark can be narrowed, points
	 */
	float spare() {
		return emptyRight() || emptyLeft() ? this.size * 0.45f : 0;
	}

	boolean emptyLeft() {
		return EMPTY_LEFT.contains(this.text);
	}

	private boolean emptyRight() {
		return EMPTY_RIGHT.contains(this.text);
	}

}
