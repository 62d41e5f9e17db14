package cn.ecopark.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What somebody looks for in a list. It is found in whatever width, case, spacing, kind
 * of brackets and dashes it was written or stored; the functions {@code folded} and
 * {@code search_pairs} of the database say what is alike, for both sides.
 */
public record SearchWords(String text) {

	public static final SearchWords NONE = new SearchWords("");

	public SearchWords {
		text = text.strip();
	}

	public boolean isEmpty() {
		return this.text.isEmpty();
	}

	/**
	 * @param columns in the order of the index {@code …_by_words} of their table
	 * @return the condition on a row that one of those columns holds the words; the text
	 * of these is its parameter {@code :words}
	 */
	public String in(String... columns) {
		if (isEmpty()) {
			return "TRUE";
		}
		return Arrays.stream(columns)
			.map((column) -> "strpos(folded(" + column + "), folded(:words)) > 0")
			.collect(Collectors.joining(" OR ",
					"(search_pairs(" + String.join(", ", columns) + ") @> search_pairs(CAST(:words AS text)) AND (",
					"))"));
	}

}
