package cn.ecopark.typesetting;

import java.io.IOException;

/**
 * 信函格式 (GB/T 9704-2012, 10.1): the name between red double lines, the number at the
 * right.
 */
final class LetterHead implements Head {

	private static final float MARK_TOP = 30;

	private static final float MARK_HEIGHT = 15;

	private static final float LINE_BELOW_MARK = 4;

	private static final float LINE_LENGTH = 170;

	private static final float LINE_X = (Measures.PAGE_WIDTH - LINE_LENGTH) / 2;

	private static final float LOWER_LINE = Measures.PAGE_HEIGHT - 20;

	private static final float THICK = 1;

	private static final float THIN = 0.35f;

	private static final float BETWEEN = 1.4f;

	private final String issuer;

	private final String number;

	private final Shaper shaper;

	LetterHead(String issuer, String number, Shaper shaper) {
		this.issuer = issuer;
		this.number = number;
		this.shaper = shaper;
	}

	@Override
	public int draw(Pages pages) throws IOException {
		Canvas canvas = pages.canvas();
		Mark mark = new Mark(this.issuer, this.shaper, LINE_LENGTH);
		float height = mark.height(MARK_HEIGHT);
		float width = mark.width(height);
		pages.begin(Structure.Role.PARAGRAPH);
		mark.draw(canvas, (Measures.PAGE_WIDTH - width) / 2, MARK_TOP, height, width);
		float line = MARK_TOP + height + LINE_BELOW_MARK;
		canvas.rule(LINE_X, line, LINE_LENGTH, THICK, Ink.RED);
		canvas.rule(LINE_X, line + BETWEEN, LINE_LENGTH, THIN, Ink.RED);
		canvas.rule(LINE_X, LOWER_LINE - BETWEEN, LINE_LENGTH, THIN, Ink.RED);
		canvas.rule(LINE_X, LOWER_LINE, LINE_LENGTH, THICK, Ink.RED);
		Line set = this.shaper.line(this.number, Style.BODY);
		float numberTop = line + BETWEEN + Measures.BODY * 7 / 8;
		pages.begin(Structure.Role.PARAGRAPH);
		canvas.text(set, Measures.RIGHT - set.length(), numberTop, Ink.BLACK);
		pages.end();
		return Measures.lineAtOrBelow(numberTop + Measures.BODY + 2 * Measures.PITCH - Measures.PITCH / 2);
	}

	@Override
	public boolean numbersFirstPage() {
		return false;
	}

}
