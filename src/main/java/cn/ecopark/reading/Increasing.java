package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Picks of pairs of places those that are in order on both sides, as many as there are.
 */
final class Increasing {

	private static final int NONE = -1;

	private Increasing() {
	}

	/**
	 * @param pairs in the order of their first places
	 */
	static List<int[]> longest(List<int[]> pairs) {
		int[] ends = new int[pairs.size()];
		int[] before = new int[pairs.size()];
		int length = 0;
		for (int at = 0; at < pairs.size(); at++) {
			int low = 0;
			int high = length;
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (pairs.get(ends[middle])[1] < pairs.get(at)[1]) {
					low = middle + 1;
				}
				else {
					high = middle;
				}
			}
			before[at] = low > 0 ? ends[low - 1] : NONE;
			ends[low] = at;
			length = Math.max(length, low + 1);
		}
		List<int[]> longest = new ArrayList<>();
		for (int at = length > 0 ? ends[length - 1] : NONE; at != NONE; at = before[at]) {
			longest.add(pairs.get(at));
		}
		Collections.reverse(longest);
		return longest;
	}

}
