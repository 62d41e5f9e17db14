package cn.ecopark.typesetting;

import java.io.IOException;

/** Words in the red of the issuer's mark, narrowed where the place is too small. */
final class Mark {

	/** Narrower than this the words are set smaller instead. */
	private static final float NARROWEST = 0.5f;

	private final String text;

	private final Shaper shaper;

	private final float room;

	Mark(String text, Shaper shaper, float room) {
		this.text = text;
		this.shaper = shaper;
		this.room = room;
	}

	/**
	 * @param height of the characters, millimetres
	 * @return the height they can have
	 */
	float height(float height) {
		return Math.min(height, height * this.room / (natural(height) * NARROWEST));
	}

	float width(float height) {
		return Math.min(this.room, natural(height));
	}

	/** Draws the words over exactly that width, spread where they are fewer. */
	void draw(Canvas canvas, float x, float top, float height, float width) throws IOException {
		int count = Math.max(1, this.text.codePointCount(0, this.text.length()));
		float natural = natural(height);
		float stretch = Math.min(1, width / natural);
		float gap = stretch < 1 || count == 1 ? 0 : (width - natural) / (count - 1);
		float size = Measures.points(height);
		Line line = this.shaper.line(this.text, new Style(Face.XIAO_BIAO_SONG, size, Measures.points(gap)));
		canvas.text(line, x, top, stretch, Ink.RED);
	}

	private float natural(float height) {
		return Math.max(0.1f,
				this.shaper.line(this.text, new Style(Face.XIAO_BIAO_SONG, Measures.points(height), 0)).length());
	}

}
