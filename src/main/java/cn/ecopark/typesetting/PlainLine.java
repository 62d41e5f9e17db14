package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a plain page, whose parts stand on one base line.
 *
 * @param height of its largest character, millimetres
 * @param advance from its top to that of the next one, millimetres
 */
record PlainLine(List<Part> parts, float height, float advance) implements Item {

	/**
	 * A part of the line.
	 *
	 * @param x left end, millimetres from the left edge of the page
	 */
	record Part(Line line, float x, Ink ink) {
	}

	static PlainLine of(List<Part> parts, float advance) {
		float height = (float) parts.stream().mapToDouble((part) -> part.line().height()).max().orElse(0);
		return new PlainLine(parts, height, advance);
	}

	/**
	 * @return both on one line
	 */
	PlainLine with(PlainLine other) {
		List<Part> both = new ArrayList<>(this.parts);
		both.addAll(other.parts);
		return of(both, Math.max(this.advance, other.advance));
	}

	@Override
	public void draw(Pages pages, float top) throws IOException {
		for (Part part : this.parts) {
			float lower = Measures.ASCENT * (this.height - part.line().height());
			pages.canvas().text(part.line(), part.x(), top + lower, part.ink());
		}
	}

}
