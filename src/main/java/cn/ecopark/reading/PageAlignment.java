package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds for the pages of one version those of the other that correspond to them: first in
 * order, so that as much as possible corresponds, then those that were moved.
 */
final class PageAlignment {

	/** No page of the other version. */
	static final int NONE = -1;

	private static final double LEAST_ALIKE = 0.3;

	private static final double MOVED_ALIKE = 0.8;

	private final int[][] left;

	private final int[][] right;

	private PageAlignment(List<String> left, List<String> right) {
		this.left = left.stream().map(PageAlignment::pairs).toArray(int[][]::new);
		this.right = right.stream().map(PageAlignment::pairs).toArray(int[][]::new);
	}

	/**
	 * Two pages, counted from 0, or one and {@link #NONE}.
	 *
	 * @param moved whether it stands at another place than its neighbours
	 */
	record Match(int left, int right, boolean moved) {
	}

	/**
	 * @param left normal texts of the pages of the earlier version
	 * @return every page of both versions once, in the order of the later one
	 */
	static List<Match> of(List<String> left, List<String> right) {
		PageAlignment alignment = new PageAlignment(left, right);
		return alignment.withMoved(alignment.inOrder());
	}

	private List<Match> inOrder() {
		int rows = this.left.length;
		int columns = this.right.length;
		float[][] alike = new float[rows][columns];
		float[][] best = new float[rows + 1][columns + 1];
		for (int row = rows - 1; row >= 0; row--) {
			for (int column = columns - 1; column >= 0; column--) {
				double both = alike(this.left[row], this.right[column]);
				alike[row][column] = both < LEAST_ALIKE ? -1 : (float) both;
				best[row][column] = Math.max(Math.max(best[row + 1][column], best[row][column + 1]),
						best[row + 1][column + 1] + alike[row][column]);
			}
		}
		return walk(alike, best);
	}

	private List<Match> walk(float[][] alike, float[][] best) {
		List<Match> matches = new ArrayList<>();
		int row = 0;
		int column = 0;
		while (row < this.left.length || column < this.right.length) {
			if (row < this.left.length && column < this.right.length && alike[row][column] >= 0
					&& best[row][column] == best[row + 1][column + 1] + alike[row][column]) {
				matches.add(new Match(row++, column++, false));
			}
			else if (column == this.right.length
					|| row < this.left.length && best[row + 1][column] >= best[row][column + 1]) {
				matches.add(new Match(row++, NONE, false));
			}
			else {
				matches.add(new Match(NONE, column++, false));
			}
		}
		return matches;
	}

	/** A page removed here and inserted there was moved. */
	private List<Match> withMoved(List<Match> matches) {
		List<Match> result = new ArrayList<>(matches);
		for (Match inserted : matches) {
			if (inserted.left() == NONE) {
				Match from = null;
				double most = MOVED_ALIKE;
				for (Match removed : result) {
					double both = removed.right() == NONE
							? alike(this.left[removed.left()], this.right[inserted.right()]) : 0;
					if (both >= most) {
						most = both;
						from = removed;
					}
				}
				if (from != null) {
					result.remove(from);
					result.set(result.indexOf(inserted), new Match(from.left(), inserted.right(), true));
				}
			}
		}
		return result;
	}

	/** Sørensen–Dice of the pairs of characters; two pages without text are alike. */
	private static double alike(int[] one, int[] other) {
		if (one.length + other.length == 0) {
			return 1;
		}
		int common = 0;
		for (int at = 0, there = 0; at < one.length && there < other.length;) {
			if (one[at] == other[there]) {
				common++;
				at++;
				there++;
			}
			else if (one[at] < other[there]) {
				at++;
			}
			else {
				there++;
			}
		}
		return 2.0 * common / (one.length + other.length);
	}

	private static int[] pairs(String normal) {
		int[] pairs = new int[Math.max(0, normal.length() - 1)];
		for (int at = 0; at < pairs.length; at++) {
			pairs[at] = normal.charAt(at) << 16 | normal.charAt(at + 1);
		}
		return Arrays.stream(pairs).sorted().distinct().toArray();
	}

}
