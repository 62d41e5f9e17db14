package cn.ecopark.typesetting;

/** The measures of GB/T 9704-2012, in millimetres, type sizes in points. */
final class Measures {

	/** Points in a millimetre. */
	static final float POINTS = 72 / 25.4f;

	static final float PAGE_WIDTH = 210;

	static final float PAGE_HEIGHT = 297;

	/** 天头, 5.2.1. */
	static final float TOP = 37;

	/** 订口, 5.2.1. */
	static final float LEFT = 28;

	/** 版心, 5.2.1. */
	static final float WIDTH = 156;

	/** 版心, 5.2.1. */
	static final float HEIGHT = 225;

	static final float BOTTOM = TOP + HEIGHT;

	static final float RIGHT = LEFT + WIDTH;

	/** Lines on a page, 5.2.3. */
	static final int LINES = 22;

	/** Characters in a line, 5.2.3. */
	static final int CHARACTERS = 28;

	/** 3号. */
	static final float BODY_SIZE = 16;

	/** 2号. */
	static final float TITLE_SIZE = 22;

	/** 4号. */
	static final float SMALL_SIZE = 14;

	/** Height of a character of the body. */
	static final float BODY = BODY_SIZE / POINTS;

	/**
	 * From the top of a line to that of the next, so that the first line begins and the
	 * last ends with the type area.
	 */
	static final float PITCH = (HEIGHT - BODY) / (LINES - 1);

	/** What a character takes of its line, so that 28 fill it. */
	static final float CELL = WIDTH / CHARACTERS;

	/** Added to each character of the body, points. */
	static final float TRACKING = CELL * POINTS - BODY_SIZE;

	/** Part of the character's square that is above the base line. */
	static final float ASCENT = 0.88f;

	private Measures() {
	}

	/**
	 * @return top of a line of the page, the first being 0
	 */
	static float lineTop(int line) {
		return TOP + line * PITCH;
	}

	/**
	 * @return the first line that begins at or below that place
	 */
	static int lineAtOrBelow(float y) {
		return Math.max(0, (int) Math.ceil((y - TOP) / PITCH - 0.03));
	}

	static float points(float millimetres) {
		return millimetres * POINTS;
	}

	static float millimetres(float points) {
		return points / POINTS;
	}

}
