package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between Chinese characters, and Latin words as a whole. */
final class LineWrap {

	private static final String NEVER_FIRST = "、，。；：！？）》」』】〕”’…—,.;:!?)]}%";

	private final Typeface face;

	private final float size;

	private final float width;

	LineWrap(Typeface face, float size, float width) {
		this.face = face;
		this.size = size;
		this.width = width;
	}

	/**
	 * @return the lines of all paragraphs, an empty one for an empty paragraph
	 */
	List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		text.lines().forEach(paragraph -> wrap(this.face.writable(paragraph.strip()), lines));
		return lines;
	}

	private void wrap(String paragraph, List<String> lines) {
		int[] points = paragraph.codePoints().toArray();
		int from = 0;
		do {
			int end = end(points, from);
			lines.add(new String(points, from, end - from).stripTrailing());
			from = end;
			while (from < points.length && points[from] == ' ') {
				from++;
			}
		}
		while (from < points.length);
	}

	private int end(int[] points, int from) {
		float used = 0;
		int at = from;
		while (at < points.length && used + width(points[at]) <= this.width) {
			used += width(points[at++]);
		}
		if (at >= points.length) {
			return points.length;
		}
		int wanted = at;
		while (wanted > from + 1 && !mayBreak(points, wanted)) {
			wanted--;
		}
		return wanted > from + 1 ? wanted : Math.max(at, from + 1);
	}

	private static boolean mayBreak(int[] points, int before) {
		return NEVER_FIRST.indexOf(points[before]) < 0 && !(isLatin(points[before - 1]) && isLatin(points[before]));
	}

	private static boolean isLatin(int point) {
		return point > ' ' && point < 0x2E80 && Character.isLetterOrDigit(point);
	}

	private float width(int point) {
		return this.face.width(point) * this.size / 1000;
	}

}
