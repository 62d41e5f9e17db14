package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

import cn.ecopark.reading.PageAlignment.Match;
import cn.ecopark.reading.PageAlignment.PageKey;
import cn.ecopark.reading.RunningText.Sentence;

/**
 * Compares the words of two versions as running texts, so that what merely slips over a
 * page break counts as the same. Some pages at a time are compared, so that effort and
 * memory grow with the number of pages and not with its square.
 */
final class TextComparison {

	/** Longer passages that differ are marked as a whole. */
	private static final int LONGEST_IN_DETAIL = 4000;

	/** Characters that are compared whatever they are. */
	private static final int SHORT = 120;

	private static final double LEAST_ALIKE = 0.3;

	/** Pages of a version that are compared at once. */
	private static final int PAGES_AT_ONCE = 60;

	/** Of pages that all differ. */
	private static final int MOST_AT_ONCE = 240;

	private final RunningText left;

	private final RunningText right;

	private final List<PagePair> pairs = new ArrayList<>();

	private int passages;

	private TextComparison(RunningText left, RunningText right) {
		this.left = left;
		this.right = right;
	}

	/**
	 * What was found.
	 *
	 * @param pairs all pages, by their words alone
	 * @param passages number of passages that differ
	 */
	record Found(List<PagePair> pairs, int passages) {
	}

	/**
	 * @param leftPictures digests of the pictures of the pages; none if they are not
	 * known
	 */
	static Found of(List<PageText> left, List<String> leftPictures, List<PageText> right, List<String> rightPictures) {
		TextComparison comparison = new TextComparison(RunningText.of(left), RunningText.of(right));
		List<Match> matches = PageAlignment.of(sheets(comparison.left, leftPictures),
				sheets(comparison.right, rightPictures));
		comparison.mark(matches);
		matches.forEach(comparison::add);
		return new Found(comparison.pairs, comparison.passages);
	}

	private static List<PageKey> sheets(RunningText text, List<String> pictures) {
		List<PageKey> sheets = new ArrayList<>();
		for (int page = 0; page < text.pages(); page++) {
			sheets.add(PageKey.of(text.normal(page), page < pictures.size() ? pictures.get(page) : ""));
		}
		return sheets;
	}

	/** Compares piece by piece; a piece ends where two pages are the same. */
	private void mark(List<Match> matches) {
		int fromLeft = 0;
		int fromRight = 0;
		int toLeft = 0;
		int toRight = 0;
		for (Match match : matches) {
			if (!match.moved()) {
				toLeft = Math.max(toLeft, match.left() + 1);
				toRight = Math.max(toRight, match.right() + 1);
			}
			int length = Math.max(toLeft - fromLeft, toRight - fromRight);
			if (length >= MOST_AT_ONCE || length >= PAGES_AT_ONCE && isSame(match)) {
				mark(this.left.sentences(fromLeft, toLeft), this.right.sentences(fromRight, toRight));
				fromLeft = toLeft;
				fromRight = toRight;
			}
		}
		mark(this.left.sentences(fromLeft, this.left.pages()), this.right.sentences(fromRight, this.right.pages()));
	}

	private boolean isSame(Match match) {
		return !match.moved() && match.left() != PageAlignment.NONE && match.right() != PageAlignment.NONE
				&& this.left.normal(match.left()).equals(this.right.normal(match.right()));
	}

	private void mark(List<Sentence> from, List<Sentence> to) {
		SentenceDifference.of(from, to, (removed, added) -> this.passages += markLetters(removed, added));
	}

	private int markLetters(List<Sentence> from, List<Sentence> to) {
		List<Letter> removed = letters(from);
		List<Letter> added = letters(to);
		int length = removed.size() + added.size();
		if (length > LONGEST_IN_DETAIL || length > SHORT && !areAlike(from, to)) {
			removed.forEach(letter -> this.left.mark(letter.sentence(), letter.place()));
			added.forEach(letter -> this.right.mark(letter.sentence(), letter.place()));
			return 1;
		}
		List<AbstractDelta<Letter>> deltas = DiffUtils
			.diff(removed, added, (one, other) -> one.character() == other.character())
			.getDeltas();
		deltas.forEach(delta -> {
			mark(this.left, delta.getSource());
			mark(this.right, delta.getTarget());
		});
		return deltas.isEmpty() ? 0 : 1;
	}

	/** Passages that have little in common are others, not changed ones. */
	private static boolean areAlike(List<Sentence> from, List<Sentence> to) {
		Set<String> one = pairs(from);
		Set<String> other = pairs(to);
		int size = one.size() + other.size();
		one.retainAll(other);
		return 2 * one.size() > LEAST_ALIKE * size;
	}

	private static Set<String> pairs(List<Sentence> sentences) {
		Set<String> pairs = new HashSet<>();
		sentences.forEach(sentence -> pairs.addAll(Bigrams.pairs(sentence.normal())));
		return pairs;
	}

	private static void mark(RunningText text, Chunk<Letter> letters) {
		letters.getLines().forEach(letter -> text.mark(letter.sentence(), letter.place()));
	}

	private void add(Match match) {
		boolean onLeft = match.left() != PageAlignment.NONE;
		boolean onRight = match.right() != PageAlignment.NONE;
		if (match.moved() && this.left.normal(match.left()).equals(this.right.normal(match.right()))) {
			this.left.forget(match.left());
			this.right.forget(match.right());
		}
		PagePair.Change change = !onLeft ? PagePair.Change.INSERTED
				: !onRight ? PagePair.Change.REMOVED
						: match.moved() ? PagePair.Change.MOVED
								: this.left.isChanged(match.left()) || this.right.isChanged(match.right())
										? PagePair.Change.CHANGED : PagePair.Change.SAME;
		this.pairs.add(new PagePair(change, onLeft ? this.left.number(match.left()) : null,
				onRight ? this.right.number(match.right()) : null,
				onLeft ? this.left.passages(match.left()) : List.of(),
				onRight ? this.right.passages(match.right()) : List.of(), null));
	}

	/** A character of a sentence. */
	private record Letter(Sentence sentence, int place) {

		char character() {
			return this.sentence.normal().charAt(this.place);
		}

	}

	private static List<Letter> letters(List<Sentence> sentences) {
		List<Letter> letters = new ArrayList<>();
		for (Sentence sentence : sentences) {
			for (int place = 0; place < sentence.normal().length(); place++) {
				letters.add(new Letter(sentence, place));
			}
		}
		return letters;
	}

}
