package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for the pages of one version those of the other that correspond to them: first in
 * order, so that as much as possible corresponds, then those that were moved. Pages that
 * are the same on both sides and nowhere else hold the rest in place; between them no
 * more is compared than a band, so that effort and memory grow with the number of pages.
 */
final class PageAlignment {

	/** No page of the other version. */
	static final int NONE = -1;

	private static final double LEAST_ALIKE = 0.3;

	private static final double MOVED_ALIKE = 0.8;

	/** Pages without text may correspond; which do is told by their order. */
	private static final double MAYBE_ALIKE = 0.5;

	/** Pages before and after the expected place among which a page is looked for. */
	private static final int BAND = 40;

	/** Comparisons of pages that are looked at for pages that were moved. */
	private static final long MOST_MOVES = 2_000_000;

	private final List<PageKey> left;

	private final List<PageKey> right;

	private final List<Match> matches = new ArrayList<>();

	private PageAlignment(List<PageKey> left, List<PageKey> right) {
		this.left = left;
		this.right = right;
	}

	/**
	 * A page by what it is known again.
	 *
	 * @param pairs of characters, sorted; none on a page without text
	 * @param pictures digest of its pictures; empty if it is not known
	 */
	record PageKey(int[] pairs, String pictures) {

		static PageKey of(String normal, String pictures) {
			int[] pairs = new int[Math.max(0, normal.length() - 1)];
			for (int at = 0; at < pairs.length; at++) {
				pairs[at] = normal.charAt(at) << 16 | normal.charAt(at + 1);
			}
			return new PageKey(Arrays.stream(pairs).sorted().distinct().toArray(), pictures);
		}

		private String key() {
			return this.pairs.length == 0 ? this.pictures : this.pairs.length + " " + Arrays.hashCode(this.pairs);
		}

	}

	/**
	 * Two pages, counted from 0, or one and {@link #NONE}.
	 *
	 * @param moved whether it stands at another place than its neighbours
	 */
	record Match(int left, int right, boolean moved) {
	}

	/**
	 * @param left pages of the earlier version
	 * @return every page of both versions once, in the order of the later one
	 */
	static List<Match> of(List<PageKey> left, List<PageKey> right) {
		PageAlignment alignment = new PageAlignment(left, right);
		alignment.align();
		return alignment.withMoved();
	}

	private void align() {
		int fromLeft = 0;
		int fromRight = 0;
		for (int[] anchor : anchors()) {
			new Section(fromLeft, anchor[0], fromRight, anchor[1]).align();
			this.matches.add(new Match(anchor[0], anchor[1], false));
			fromLeft = anchor[0] + 1;
			fromRight = anchor[1] + 1;
		}
		new Section(fromLeft, this.left.size(), fromRight, this.right.size()).align();
	}

	/** The longest run in order of pages that are unique and the same on both sides. */
	private List<int[]> anchors() {
		Map<String, Integer> once = once(this.right);
		List<int[]> same = new ArrayList<>();
		once(this.left).forEach((key, at) -> {
			Integer there = key.isEmpty() ? null : once.get(key);
			if (there != null && at >= 0 && there >= 0) {
				same.add(new int[] { at, there });
			}
		});
		same.sort((one, other) -> Integer.compare(one[0], other[0]));
		return Increasing.longest(same);
	}

	private static Map<String, Integer> once(List<PageKey> sheets) {
		Map<String, Integer> once = new HashMap<>();
		for (int at = 0; at < sheets.size(); at++) {
			once.merge(sheets.get(at).key(), at, (one, other) -> NONE);
		}
		return once;
	}

	/** Pages between two that are held in place. */
	private final class Section {

		private final int fromLeft;

		private final int fromRight;

		private final int rows;

		private final int columns;

		private float[][] alike = new float[0][];

		private float[][] best = new float[0][];

		Section(int fromLeft, int toLeft, int fromRight, int toRight) {
			this.fromLeft = fromLeft;
			this.fromRight = fromRight;
			this.rows = toLeft - fromLeft;
			this.columns = toRight - fromRight;
		}

		void align() {
			if (this.rows == 0 || this.columns == 0) {
				walk();
				return;
			}
			this.alike = new float[this.rows][];
			this.best = new float[this.rows + 1][];
			this.best[this.rows] = new float[width()];
			for (int row = this.rows - 1; row >= 0; row--) {
				this.alike[row] = new float[width()];
				this.best[row] = new float[width()];
				for (int column = Math.min(first(row) + width(), this.columns) - 1; column >= first(row); column--) {
					double both = PageAlignment.alike(PageAlignment.this.left.get(this.fromLeft + row),
							PageAlignment.this.right.get(this.fromRight + column));
					float worth = both < LEAST_ALIKE ? -1 : (float) both;
					this.alike[row][column - first(row)] = worth;
					this.best[row][column - first(row)] = Math
						.max(Math.max(best(row + 1, column), best(row, column + 1)), best(row + 1, column + 1) + worth);
				}
			}
			walk();
		}

		private int width() {
			return Math.min(this.columns, 2 * BAND + 1);
		}

		/** The first page of the band, which lies around the diagonal. */
		private int first(int row) {
			int middle = (int) ((long) row * this.columns / Math.max(1, this.rows));
			return Math.max(0, Math.min(middle - BAND, this.columns - width()));
		}

		private float best(int row, int column) {
			if (row >= this.rows || column >= this.columns) {
				return 0;
			}
			int at = column - first(row);
			return this.best[row][Math.max(0, Math.min(at, width() - 1))];
		}

		private float alike(int row, int column) {
			int at = column - first(row);
			return at < 0 || at >= width() ? -1 : this.alike[row][at];
		}

		private void walk() {
			int row = 0;
			int column = 0;
			while (row < this.rows || column < this.columns) {
				boolean both = row < this.rows && column < this.columns;
				if (both && alike(row, column) >= 0
						&& best(row, column) == best(row + 1, column + 1) + alike(row, column)) {
					add(this.fromLeft + row++, this.fromRight + column++);
				}
				else if (column == this.columns
						|| row < this.rows && (column < first(row) || best(row + 1, column) >= best(row, column + 1))
								&& column <= first(row) + width()) {
					add(this.fromLeft + row++, NONE);
				}
				else {
					add(NONE, this.fromRight + column++);
				}
			}
		}

		private void add(int one, int other) {
			PageAlignment.this.matches.add(new Match(one, other, false));
		}

	}

	/** A page removed here and inserted there was moved. */
	private List<Match> withMoved() {
		List<Match> removed = new ArrayList<>(this.matches.stream().filter(match -> match.right() == NONE).toList());
		long inserted = this.matches.stream().filter(match -> match.left() == NONE).count();
		if (inserted * removed.size() > MOST_MOVES) {
			return this.matches;
		}
		Map<Match, Match> moves = new HashMap<>();
		for (Match insertion : this.matches) {
			if (insertion.left() == NONE) {
				Match from = null;
				double most = MOVED_ALIKE;
				for (Match removal : removed) {
					double both = alike(this.left.get(removal.left()), this.right.get(insertion.right()));
					if (both >= most) {
						most = both;
						from = removal;
					}
				}
				if (from != null) {
					removed.remove(from);
					moves.put(insertion, new Match(from.left(), insertion.right(), true));
					moves.put(from, from);
				}
			}
		}
		List<Match> result = new ArrayList<>();
		for (Match match : this.matches) {
			Match move = moves.get(match);
			if (move != match) {
				result.add(move == null ? match : move);
			}
		}
		return result;
	}

	/** Sørensen–Dice of the pairs of characters. */
	private static double alike(PageKey one, PageKey other) {
		int[] left = one.pairs();
		int[] right = other.pairs();
		if (left.length + right.length == 0) {
			return !one.pictures().isEmpty() && one.pictures().equals(other.pictures()) ? 1 : MAYBE_ALIKE;
		}
		int common = 0;
		for (int at = 0, there = 0; at < left.length && there < right.length;) {
			if (left[at] == right[there]) {
				common++;
				at++;
				there++;
			}
			else if (left[at] < right[there]) {
				at++;
			}
			else {
				there++;
			}
		}
		return 2.0 * common / (left.length + right.length);
	}

}
