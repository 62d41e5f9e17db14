package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;

/**
 * Where seals stand: as many in a row as the type area holds, in columns, none touching
 * another, the last over the date (GB/T 9704-2012, 7.3.5.1).
 */
final class SealRows {

	/** Between two seals, millimetres. */
	static final float GAP = 2;

	private SealRows() {
	}

	/**
	 * @param count of seals
	 * @param diameter of the largest
	 * @param date middle of the date, from the left edge of the type area
	 * @return for each row the middles of its seals, from the left edge of the type area
	 */
	static List<List<Float>> of(int count, float diameter, float date) {
		int inRow = Math.max(1, Math.min(count, (int) ((Measures.WIDTH + GAP) / (diameter + GAP))));
		float step = step(inRow, diameter, date);
		float last = Math.min(Measures.WIDTH - diameter / 2, Math.max(date, diameter / 2 + (inRow - 1) * step));
		List<List<Float>> rows = new ArrayList<>();
		for (int done = 0; done < count; done += inRow) {
			int here = Math.min(inRow, count - done);
			List<Float> row = new ArrayList<>();
			for (int at = 0; at < here; at++) {
				row.add(last - (here - 1 - at) * step);
			}
			rows.add(row);
		}
		return rows;
	}

	/** As wide as the type area allows, but not wider than looks like one row. */
	private static float step(int inRow, float diameter, float date) {
		float least = diameter + GAP;
		if (inRow < 2) {
			return least;
		}
		return Math.max(least, Math.min(diameter + 12, (date - diameter / 2) / (inRow - 1)));
	}

}
