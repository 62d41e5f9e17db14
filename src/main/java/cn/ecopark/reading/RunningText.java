package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a version as one running text, cut into sentences, so that a sentence is
 * the same wherever the page breaks. Page numbers and the lines that head or foot most
 * pages are left out.
 */
final class RunningText {

	private static final Pattern PAGE_NUMBER = Pattern.compile(
			"[\\s\\p{Pd}·.]*(?:第\\s*)?[0-9ivxlcIVXLC]{1,5}\\s*(?:页)?(?:\\s*/\\s*[0-9]{1,4}|\\s*共\\s*[0-9]{1,4}\\s*页)?[\\s\\p{Pd}·.]*");

	private static final String SENTENCE_ENDS = "。;！!？?；";

	private static final int LONGEST_SENTENCE = 300;

	private final List<PageText> pages;

	private final List<String> normals = new ArrayList<>();

	private final List<BitSet> changed = new ArrayList<>();

	private final Set<String> repeated;

	private RunningText(List<PageText> pages) {
		this.pages = pages;
		this.repeated = repeated(pages);
	}

	/** Characters of the running text, each with its page and place there. */
	record Sentence(String normal, int[] pages, int[] places) {
	}

	static RunningText of(List<PageText> pages) {
		RunningText made = new RunningText(pages);
		for (int page = 0; page < pages.size(); page++) {
			made.changed.add(new BitSet());
			made.normals.add(made.text(page).value());
		}
		return made;
	}

	private NormalText text(int page) {
		return NormalText.of(withoutFrame(this.pages.get(page).text(), this.repeated));
	}

	int pages() {
		return this.pages.size();
	}

	/**
	 * @return what is compared of the page
	 */
	String normal(int page) {
		return this.normals.get(page);
	}

	/**
	 * @param from first page, counted from 0
	 * @param to page after the last
	 */
	List<Sentence> sentences(int from, int to) {
		Cut cut = new Cut();
		for (int page = from; page < to; page++) {
			NormalText text = text(page);
			for (int at = 0; at < text.value().length(); at++) {
				cut.add(text.value().charAt(at), page, text.originOf(at));
			}
		}
		cut.end();
		return cut.sentences;
	}

	void mark(Sentence sentence, int place) {
		this.changed.get(sentence.pages()[place]).set(sentence.places()[place]);
	}

	void forget(int page) {
		this.changed.get(page).clear();
	}

	boolean isChanged(int page) {
		return !this.changed.get(page).isEmpty();
	}

	int number(int page) {
		return this.pages.get(page).number();
	}

	/**
	 * The text of a page, parted where it differs; white space between counts with it.
	 */
	List<PagePair.Passage> passages(int page) {
		String text = this.pages.get(page).text();
		BitSet marks = this.changed.get(page);
		List<PagePair.Passage> passages = new ArrayList<>();
		int begin = 0;
		while (begin < text.length()) {
			boolean marked = marks.get(begin);
			int end = marked ? endOfMark(text, marks, begin) : marks.nextSetBit(begin);
			end = end < 0 ? text.length() : end;
			passages.add(new PagePair.Passage(text.substring(begin, end), marked));
			begin = end;
		}
		return passages;
	}

	private static int endOfMark(String text, BitSet marks, int begin) {
		int end = marks.nextClearBit(begin);
		int next = marks.nextSetBit(end);
		while (next >= 0 && next <= text.length() && text.substring(end, next).isBlank()) {
			end = marks.nextClearBit(next);
			next = marks.nextSetBit(end);
		}
		return Math.min(end, text.length());
	}

	/** Blanks, so that what remains keeps its place. */
	private static String withoutFrame(String text, Set<String> repeated) {
		StringBuilder kept = new StringBuilder(text.length());
		Matcher line = Pattern.compile("[^\\n]*\\n?").matcher(text);
		while (line.find() && line.end() > line.start()) {
			String words = line.group();
			boolean framing = PAGE_NUMBER.matcher(words).matches() || repeated.contains(words.strip());
			kept.append(framing ? " ".repeat(words.length()) : words);
		}
		return kept.toString();
	}

	private static Set<String> repeated(List<PageText> pages) {
		Map<String, Integer> counts = new HashMap<>();
		for (PageText page : pages) {
			List<String> lines = page.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
			if (!lines.isEmpty()) {
				new HashSet<>(List.of(lines.get(0), lines.get(lines.size() - 1)))
					.forEach(line -> counts.merge(line, 1, Integer::sum));
			}
		}
		Set<String> repeated = new HashSet<>(counts.keySet());
		repeated.removeIf(line -> counts.getOrDefault(line, 0) < Math.max(3, pages.size() / 2));
		return repeated;
	}

	/** The sentence that is being cut. */
	private static final class Cut {

		private final List<Sentence> sentences = new ArrayList<>();

		private final StringBuilder normal = new StringBuilder();

		private final List<Integer> pages = new ArrayList<>();

		private final List<Integer> places = new ArrayList<>();

		void add(char character, int page, int place) {
			this.normal.append(character);
			this.pages.add(page);
			this.places.add(place);
			if (SENTENCE_ENDS.indexOf(character) >= 0 || this.normal.length() >= LONGEST_SENTENCE) {
				end();
			}
		}

		void end() {
			if (!this.normal.isEmpty()) {
				this.sentences
					.add(new Sentence(this.normal.toString(), this.pages.stream().mapToInt(Integer::intValue).toArray(),
							this.places.stream().mapToInt(Integer::intValue).toArray()));
				this.normal.setLength(0);
				this.pages.clear();
				this.places.clear();
			}
		}

	}

}
