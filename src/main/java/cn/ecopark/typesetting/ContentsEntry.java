package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/**
 * An entry of a table of contents: dots lead from the end of its words to the number of a
 * page, and all of it leads there when it is clicked.
 *
 * @param lines of its words
 * @param x where they begin
 * @param number stands at the right edge
 */
record ContentsEntry(List<Line> lines, float x, Line number, PDPageDestination target) implements Item {

	/** From the last line of an entry to the next entry. */
	private static final float PITCH = 7;

	/** Between the lines of one entry, so that they are seen to be one. */
	private static final float LINE = 5.4f;

	/** Between the dots and what they lead from and to. */
	private static final float GAP = 1.5f;

	@Override
	public float height() {
		return advance() - PITCH + this.number.height();
	}

	@Override
	public float advance() {
		return Math.max(0, this.lines.size() - 1) * LINE + PITCH;
	}

	@Override
	public void draw(Pages pages, float top) throws IOException {
		Canvas canvas = pages.canvas();
		float last = top + advance() - PITCH;
		float end = this.x;
		for (int at = 0; at < this.lines.size(); at++) {
			canvas.text(this.lines.get(at), this.x, top + at * LINE, Ink.BLACK);
			end = this.x + this.lines.get(at).length();
		}
		float right = Measures.RIGHT - this.number.length();
		canvas.text(this.number, right, last, Ink.BLACK);
		float room = right - end - 2 * GAP;
		if (room > 0) {
			canvas.dots(end + GAP, last + this.number.height() * Measures.ASCENT, room, Ink.GREY);
		}
		float above = (PITCH - this.number.height()) / 2;
		canvas.link(this.x, top - above, Measures.RIGHT - this.x, advance(), this.target);
	}

}
