package cn.ecopark.typesetting;

import java.util.List;

/** Wraps the text of a cell. */
final class CellLines {

	private CellLines() {
	}

	static List<Line> of(String text, float width, Style style, Shaper shaper) {
		float room = Measures.points(width - 2 * TableRow.PADDING);
		return text.lines().flatMap((line) -> LineBreaker.ragged(shaper.shape(line, style), room).stream()).toList();
	}

}
