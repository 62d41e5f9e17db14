package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.jspecify.annotations.Nullable;

/**
 * 版记 at the foot of the last page (GB/T 9704-2012, 7.4): copies, printer and day between
 * rules. The QR code under which the document is checked stands in the lower margin, away
 * from the page number; in the type area only where a letter has its red line there.
 */
final class BackMatter {

	private static final float OUTER_RULE = 0.35f;

	private static final float INNER_RULE = 0.25f;

	private static final float CHARACTER = Measures.millimetres(Measures.SMALL_SIZE);

	private static final float LINE = CHARACTER * 1.5f;

	private static final float PADDING = (LINE - CHARACTER) / 2 + 0.6f;

	private static final float QR = 20;

	private static final float QR_SPACE = QR + 3;

	/** Of a QR code in the lower margin. */
	private static final float MARGIN_TOP = Measures.BOTTOM + 4;

	private static final String HOW_TO_CHECK = "扫描二维码或登录下列网址，可核验本文真伪";

	private static final String COPIES = "抄送：";

	private final Words words;

	private final Imprint.@Nullable Verification verification;

	private final boolean inMargin;

	private final Shaper shaper;

	private final List<Line> copies;

	/**
	 * What stands there.
	 *
	 * @param copies to whom, empty for nobody
	 * @param printer empty where there is no such line
	 * @param printed the day, empty where it is not stated
	 * @param ruled whether there are rules; a letter has none
	 */
	record Words(String copies, String printer, String printed, boolean ruled) {
	}

	/**
	 * @param inMargin whether the lower margin is free for the QR code
	 */
	BackMatter(Words words, Imprint.@Nullable Verification verification, boolean inMargin, Shaper shaper) {
		this.words = words;
		this.inMargin = inMargin;
		this.verification = verification;
		this.shaper = shaper;
		this.copies = copies();
	}

	/**
	 * @return what it takes at the foot of the page, millimetres
	 */
	float height() {
		return ruledHeight() + (this.verification == null || this.inMargin ? 0 : QR_SPACE);
	}

	private float ruledHeight() {
		float height = this.copies.isEmpty() ? 0 : this.copies.size() * LINE + 2 * 0.6f;
		return height + (hasPrinter() ? LINE + 2 * 0.6f : 0);
	}

	void draw(Pages pages) throws IOException {
		Canvas canvas = pages.canvas();
		float top = Measures.BOTTOM - ruledHeight();
		if (this.verification != null) {
			boolean right = this.inMargin && pages.count() % 2 == 0;
			pages.begin(Structure.Role.PARAGRAPH);
			verification(canvas, this.verification, this.inMargin ? MARGIN_TOP : top - QR_SPACE, right);
		}
		if (!this.copies.isEmpty()) {
			pages.begin(Structure.Role.PARAGRAPH);
		}
		float y = top;
		for (Line line : this.copies) {
			canvas.text(line, Measures.LEFT + CHARACTER, y + PADDING, Ink.BLACK);
			y += LINE;
		}
		if (hasPrinter()) {
			pages.begin(Structure.Role.PARAGRAPH);
			printer(canvas);
		}
		pages.end();
		rules(canvas, top);
	}

	private void printer(Canvas canvas) throws IOException {
		float top = Measures.BOTTOM - LINE - 2 * 0.6f + PADDING;
		canvas.text(this.shaper.line(this.words.printer, Style.SMALL), Measures.LEFT + CHARACTER, top, Ink.BLACK);
		if (!this.words.printed.isEmpty()) {
			Line day = this.shaper.line(this.words.printed, Style.SMALL);
			canvas.text(day, Measures.RIGHT - CHARACTER - day.length(), top, Ink.BLACK);
		}
	}

	private void rules(Canvas canvas, float top) throws IOException {
		if (!this.words.ruled || ruledHeight() == 0) {
			return;
		}
		canvas.rule(Measures.LEFT, top, Measures.WIDTH, OUTER_RULE, Ink.BLACK);
		canvas.rule(Measures.LEFT, Measures.BOTTOM, Measures.WIDTH, OUTER_RULE, Ink.BLACK);
		if (hasPrinter() && !this.copies.isEmpty()) {
			canvas.rule(Measures.LEFT, Measures.BOTTOM - LINE - 2 * 0.6f, Measures.WIDTH, INNER_RULE, Ink.BLACK);
		}
	}

	private void verification(Canvas canvas, Imprint.Verification shown, float top, boolean right) throws IOException {
		squares(canvas, shown.squares(), right ? Measures.RIGHT - QR : Measures.LEFT, top, QR);
		float y = top + 4;
		for (String text : List.of(HOW_TO_CHECK, shown.address(), "核验码：" + shown.code())) {
			Line line = this.shaper.line(text, Style.SMALL.sized(9));
			float x = right ? Measures.RIGHT - QR - 3 - line.length() : Measures.LEFT + QR + 3;
			canvas.text(line, x, y, Ink.BLACK);
			y += 5;
		}
	}

	static void squares(Canvas canvas, BitMatrix squares, float x, float top, float size) throws IOException {
		float side = size / squares.getWidth();
		for (int row = 0; row < squares.getHeight(); row++) {
			for (int column = 0; column < squares.getWidth(); column++) {
				int from = column;
				while (column < squares.getWidth() && squares.get(column, row)) {
					column++;
				}
				if (column > from) {
					canvas.fill(x + from * side, top + row * side, (column - from) * side, side, Ink.BLACK);
				}
			}
		}
	}

	private boolean hasPrinter() {
		return !this.words.printer.isEmpty();
	}

	/** Further lines begin below the first recipient. */
	private List<Line> copies() {
		if (this.words.copies.isEmpty()) {
			return List.of();
		}
		String ended = this.words.copies.endsWith("。") ? this.words.copies : this.words.copies + "。";
		Style style = Style.SMALL;
		List<Cluster> label = this.shaper.shape(COPIES, style);
		float hang = LineBreaker.whole(label).width();
		float room = Measures.points(Measures.WIDTH - 2 * CHARACTER) - hang;
		List<Line> lines = new ArrayList<>();
		for (Line line : LineBreaker.lines(this.shaper.shape(ended, style), 0, room)) {
			lines.add(Lines.behind(lines.isEmpty() ? label : List.of(), hang, line));
		}
		return lines;
	}

}
