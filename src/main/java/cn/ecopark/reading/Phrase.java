package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody searches for: one or several pieces, all of which must stand on a page.
 *
 * @param pieces folded texts, none of them empty
 */
record Phrase(List<String> pieces) {

	private static final int LONGEST = 100;

	private static final int MOST_PIECES = 6;

	private static final int AROUND = 36;

	static Phrase of(String query) {
		String asked = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
		return new Phrase(Arrays.stream(asked.split("[\\s\\p{Z}]+"))
			.map(FoldedText::folded)
			.filter(piece -> !piece.isEmpty())
			.distinct()
			.limit(MOST_PIECES)
			.toList());
	}

	boolean isEmpty() {
		return this.pieces.isEmpty();
	}

	/**
	 * @return where it stands on the page; {@code count} is 0 if it does not
	 */
	Hit on(PageText page) {
		FoldedText text = FoldedText.of(page.text());
		String folded = text.value();
		List<Integer> firsts = this.pieces.stream().map(folded::indexOf).toList();
		if (firsts.contains(-1)) {
			return new Hit(page.number(), 0, List.of());
		}
		int count = this.pieces.stream().mapToInt(piece -> count(folded, piece)).sum();
		return new Hit(page.number(), count, snippet(page.text(), text, firsts.get(0)));
	}

	private static int count(String folded, String piece) {
		int count = 0;
		for (int at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + piece.length())) {
			count++;
		}
		return count;
	}

	private List<Hit.Part> snippet(String original, FoldedText text, int first) {
		int from = Math.max(0, first - AROUND);
		int to = Math.min(text.value().length(), first + this.pieces.get(0).length() + AROUND);
		boolean[] marked = new boolean[to];
		for (String piece : this.pieces) {
			for (int at = text.value().indexOf(piece, from); at >= 0
					&& at + piece.length() <= to; at = text.value().indexOf(piece, at + 1)) {
				Arrays.fill(marked, at, at + piece.length(), true);
			}
		}
		List<Hit.Part> parts = new ArrayList<>();
		int begin = from;
		for (int at = from + 1; at <= to; at++) {
			if (at == to || marked[at] != marked[begin]) {
				parts.add(new Hit.Part(words(original, text, begin, at), marked[begin]));
				begin = at;
			}
		}
		return parts;
	}

	private static String words(String original, FoldedText text, int from, int to) {
		int last = text.originOf(to - 1);
		int end = to < text.value().length() ? text.originOf(to)
				: last + Character.charCount(original.codePointAt(last));
		return original.substring(text.originOf(from), end)
			.replaceAll("(?<=[^\\x00-\\x7F])\\s+|\\s+(?=[^\\x00-\\x7F])", "")
			.replaceAll("\\s+", " ");
	}

}
