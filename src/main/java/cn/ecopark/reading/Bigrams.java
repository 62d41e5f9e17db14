package cn.ecopark.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The single characters and the pairs of neighbouring characters of a text, which, of the
 * folded one, are what the index of pages holds.
 */
final class Bigrams {

	private Bigrams() {
	}

	static Set<String> of(String text) {
		Set<String> grams = new LinkedHashSet<>();
		String before = "";
		for (int at = 0; at < text.length();) {
			String one = Character.toString(text.codePointAt(at));
			grams.add(one);
			if (!before.isEmpty()) {
				grams.add(before + one);
			}
			before = one;
			at += one.length();
		}
		return grams;
	}

	/**
	 * @return the pairs alone
	 */
	static Set<String> pairs(String text) {
		Set<String> pairs = of(text);
		pairs.removeIf(gram -> gram.codePointCount(0, gram.length()) < 2);
		return pairs;
	}

	/**
	 * @return as a query of PostgreSQL: a page that holds the phrase matches; one that
	 * matches need not hold it
	 */
	static String query(String phrase) {
		int characters = phrase.codePointCount(0, phrase.length());
		return of(phrase).stream()
			.filter(gram -> characters == 1 || gram.codePointCount(0, gram.length()) == 2)
			.map(Bigrams::quoted)
			.collect(Collectors.joining(" & "));
	}

	private static String quoted(String gram) {
		return "'" + gram.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
