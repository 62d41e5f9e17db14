package cn.ecopark.law;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of a body, for instance three quarters of its members. It is counted exactly,
 * without rounding.
 *
 * @param numerator at least 1, at most the denominator
 */
public record Share(int numerator, int denominator) {

	private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

	/**
	 * @throws IllegalArgumentException when it is nothing, or more than the whole
	 */
	public Share {
		if (numerator < 1 || denominator < numerator) {
			throw new IllegalArgumentException("No share: " + numerator + "/" + denominator);
		}
	}

	/**
	 * @param text as settings write it, for instance {@code 3/4}
	 * @throws IllegalArgumentException when it is no share
	 */
	public static Share of(String text) {
		Matcher parts = TEXT.matcher(text.strip());
		if (!parts.matches()) {
			throw new IllegalArgumentException("No share: " + text);
		}
		return new Share(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
	}

	/**
	 * @return whether so many of all are the share at least; of nobody nothing is
	 */
	public boolean isReachedBy(int count, int all) {
		return all > 0 && (long) count * this.denominator >= (long) all * this.numerator;
	}

	/**
	 * @return the fewest that reach the share
	 */
	public int leastOf(int all) {
		return Math.toIntExact(((long) all * this.numerator + this.denominator - 1) / this.denominator);
	}

	@Override
	public String toString() {
		return this.numerator + "/" + this.denominator;
	}

}
