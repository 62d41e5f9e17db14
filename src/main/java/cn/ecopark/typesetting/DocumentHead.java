package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.List;

/**
 * 版头 of the document format (GB/T 9704-2012, 7.2): issuer's mark, number and red line.
 * The mark is as high as lets the title begin on a line of the page.
 */
final class DocumentHead implements Head {

	/** From the top of the type area to that of the mark, 7.2.4. */
	private static final float MARK_TOP = Measures.TOP + 35;

	/** From the number to the red line, 7.2.7. */
	private static final float RED_LINE = 4;

	private static final float RED_LINE_THICKNESS = 0.5f;

	/** From the bottom of the mark to the line of the title. */
	private static final float BELOW_MARK = 4 * Measures.PITCH + Measures.BODY + RED_LINE;

	private static final String SUFFIX = "文件";

	/** Room between stacked names, as part of their height. */
	private static final float LEADING = 0.18f;

	private static final float BESIDE = 5;

	private final List<String> issuers;

	private final String number;

	private final Shaper shaper;

	DocumentHead(List<String> issuers, String number, Shaper shaper) {
		this.issuers = issuers;
		this.number = number;
		this.shaper = shaper;
	}

	@Override
	public int draw(Pages pages) throws IOException {
		pages.begin(Structure.Role.PARAGRAPH);
		float bottom = this.issuers.size() == 1 ? single(pages.canvas()) : joint(pages.canvas());
		float numberTop = bottom + 2 * Measures.PITCH;
		pages.begin(Structure.Role.PARAGRAPH);
		Item.TextLine.centred(this.shaper.line(this.number, Style.BODY)).draw(pages, numberTop);
		pages.end();
		float redLine = numberTop + Measures.BODY + RED_LINE;
		pages.canvas().rule(Measures.LEFT, redLine, Measures.WIDTH, RED_LINE_THICKNESS, Ink.RED);
		return Measures.lineAtOrBelow(redLine + 2 * Measures.PITCH);
	}

	private float single(Canvas canvas) throws IOException {
		Mark mark = new Mark(this.issuers.get(0) + SUFFIX, this.shaper, Measures.WIDTH);
		float height = mark.height(block(0));
		float width = mark.width(height);
		mark.draw(canvas, Measures.LEFT + (Measures.WIDTH - width) / 2, MARK_TOP, height, width);
		return MARK_TOP + height;
	}

	private float joint(Canvas canvas) throws IOException {
		int count = this.issuers.size();
		float block = block(lines(count));
		float height = block / (count + LEADING * (count - 1));
		float suffixHeight = Math.min(block(0), block * 0.6f);
		Mark suffix = new Mark(SUFFIX, this.shaper, Measures.WIDTH / 3);
		float suffixWidth = suffix.width(suffixHeight);
		List<Mark> marks = this.issuers.stream()
			.map((name) -> new Mark(name, this.shaper, Measures.WIDTH - suffixWidth - BESIDE))
			.toList();
		float width = (float) marks.stream().mapToDouble((mark) -> mark.width(height)).max().orElseThrow();
		float x = Measures.LEFT + (Measures.WIDTH - width - BESIDE - suffixWidth) / 2;
		for (int at = 0; at < count; at++) {
			marks.get(at).draw(canvas, x, MARK_TOP + at * height * (1 + LEADING), height, width);
		}
		suffix.draw(canvas, x + width + BESIDE, MARK_TOP + (block - suffixHeight) / 2, suffixHeight, suffixWidth);
		return MARK_TOP + block;
	}

	/** Lines of the page added to the height of the mark, so that names stay legible. */
	private static int lines(int count) {
		float name = count <= 4 ? 12 : count <= 6 ? 9.5f : 7.6f;
		return Math.max(1, (int) Math.ceil((name * (count + LEADING * (count - 1)) - block(0)) / Measures.PITCH));
	}

	/** A height of the mark from which the title falls on a line of the page. */
	private static float block(int lines) {
		int title = Measures.lineAtOrBelow(MARK_TOP + 15 + BELOW_MARK) + lines;
		return Measures.lineTop(title) - MARK_TOP - BELOW_MARK;
	}

}
