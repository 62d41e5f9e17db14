package cn.ecopark.typesetting;

import java.io.IOException;

/** The border of a certificate: rules, a chain of squares, corners. */
final class CertificateFrame {

	private static final float BAND = 7;

	private static final float SQUARE = 3;

	private CertificateFrame() {
	}

	static void draw(Canvas canvas, float width, float height, float margin) throws IOException {
		canvas.frame(margin, margin, width - 2 * margin, height - 2 * margin, 1, Ink.GOLD);
		float inner = margin + BAND;
		canvas.frame(inner, inner, width - 2 * inner, height - 2 * inner, 0.3f, Ink.GOLD);
		chain(canvas, margin + (BAND - SQUARE) / 2, width, height);
		corner(canvas, margin, margin);
		corner(canvas, width - margin - BAND, margin);
		corner(canvas, margin, height - margin - BAND);
		corner(canvas, width - margin - BAND, height - margin - BAND);
	}

	private static void chain(Canvas canvas, float at, float width, float height) throws IOException {
		int across = Math.round((width - 2 * at - SQUARE) / (2 * SQUARE));
		float stepX = (width - 2 * at - SQUARE) / across;
		for (int count = 0; count <= across; count++) {
			link(canvas, at + count * stepX, at);
			link(canvas, at + count * stepX, height - at - SQUARE);
		}
		int down = Math.round((height - 2 * at - SQUARE) / (2 * SQUARE));
		float stepY = (height - 2 * at - SQUARE) / down;
		for (int count = 1; count < down; count++) {
			link(canvas, at, at + count * stepY);
			link(canvas, width - at - SQUARE, at + count * stepY);
		}
	}

	private static void link(Canvas canvas, float x, float y) throws IOException {
		canvas.frame(x, y, SQUARE, SQUARE, 0.25f, Ink.GOLD);
		canvas.fill(x + SQUARE / 3, y + SQUARE / 3, SQUARE / 3, SQUARE / 3, Ink.GOLD);
	}

	private static void corner(Canvas canvas, float x, float y) throws IOException {
		canvas.fill(x, y, BAND, BAND, Ink.GOLD);
		canvas.frame(x + 1.2f, y + 1.2f, BAND - 2.4f, BAND - 2.4f, 0.4f, new Ink(1, 1, 1));
	}

}
