package cn.ecopark.typesetting;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;

import cn.ecopark.typesetting.PlainPages.Running;

/** Pages with a head and a number, each finished when the next one begins. */
final class RunningPages extends Pages {

	private static final Style STYLE = new Style(Face.SONG, 9, 0);

	private static final Style NUMBER = new Style(Face.SONG, 10.5f, 0);

	/** Of the characters at the head. */
	private static final float HEAD = 24;

	private static final float RULE = 29.5f;

	private static final float THICKNESS = 0.15f;

	/** Between what stands left and right at the head. */
	private static final float APART = 8;

	private static final float FOOT = Measures.BOTTOM + 9;

	private final PDDocument document;

	private final Shaper shaper;

	private Running running = Running.NONE;

	RunningPages(PDDocument document, Shaper shaper) {
		super(new Canvas.Fitting(document, EmbeddedFonts.growing(document), null), Measures.PAGE_WIDTH,
				Measures.PAGE_HEIGHT);
		this.document = document;
		this.shaper = shaper;
	}

	/** What stands on the pages from now on. */
	void run(Running around) {
		this.running = around;
	}

	@Override
	Canvas add() throws IOException {
		close();
		Canvas canvas = super.add();
		if (!this.running.left().isBlank() || !this.running.right().isBlank()) {
			head(canvas);
		}
		Line number = this.shaper.line(this.running.number().apply(this.document.getNumberOfPages()), NUMBER);
		canvas.text(number, Measures.LEFT + (Measures.WIDTH - number.length()) / 2, FOOT, Ink.BLACK);
		return canvas;
	}

	private void head(Canvas canvas) {
		Line right = oneLine(this.running.right(), Measures.WIDTH / 2);
		float x = Measures.RIGHT - right.length();
		canvas.text(oneLine(this.running.left(), x - APART - Measures.LEFT), Measures.LEFT, HEAD, Ink.GREY);
		canvas.text(right, x, HEAD, Ink.GREY);
		canvas.rule(Measures.LEFT, RULE, Measures.WIDTH, THICKNESS, Ink.GREY);
	}

	private Line oneLine(String text, float room) {
		return Lines.atMost(1, this.shaper.shape(text, STYLE), this.shaper.shape("…", STYLE), Measures.points(room))
			.stream()
			.findFirst()
			.orElse(Line.EMPTY);
	}

}
