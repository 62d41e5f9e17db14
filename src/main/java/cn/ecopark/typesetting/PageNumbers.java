package cn.ecopark.typesetting;

import java.io.IOException;

/**
 * 页码 (GB/T 9704-2012, 7.5): — 1 —, its dashes 7 mm below the type area, at the outer
 * edge.
 */
final class PageNumbers {

	private static final float BELOW = 7;

	private static final float INDENT = Measures.millimetres(Measures.SMALL_SIZE);

	/** How high above the base line a dash is, as part of the size. */
	private static final float DASH = 0.38f;

	private PageNumbers() {
	}

	/**
	 * @param first the first page that bears its number
	 */
	static void draw(Pages pages, int first, Shaper shaper) throws IOException {
		float size = Measures.millimetres(Measures.SMALL_SIZE);
		float top = Measures.BOTTOM + BELOW - (Measures.ASCENT - DASH) * size;
		for (int page = first; page <= pages.count(); page++) {
			Line line = shaper.line("— " + page + " —", Style.PAGE_NUMBER);
			float x = page % 2 == 1 ? Measures.RIGHT - INDENT - line.length() : Measures.LEFT + INDENT;
			pages.canvas(page).text(line, x, top, Ink.BLACK);
		}
	}

}
