package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

import cn.ecopark.typesetting.manuscript.Block.Sheet;

/**
 * Plain pages at the end of a document that holds other pages as well: headings, text
 * somebody typed, labels with their values, a table of contents. Whatever the text is
 * like, it stays within the type area. A page is drawn as soon as the next one begins, so
 * that no more than one is kept.
 */
public final class PlainPages {

	/** Above and below a paragraph or pair. */
	private static final float GAP = 1.4f;

	/** How much further in each level of a table of contents begins. */
	private static final float STEP = 7;

	/** Kept free for the numbers of pages. */
	private static final float NUMBERS = 16;

	/** Where the title of a cover begins. */
	private static final float COVER = 74;

	/** Of one entry in a table of contents. */
	private static final int MOST_LINES = 3;

	private final Shaper shaper;

	private final PlainSetter text;

	private final RunningPages pages;

	private Flow flow = new Flow();

	private float y;

	PlainPages(PDDocument document, Shaper shaper) {
		this.shaper = shaper;
		this.text = new PlainSetter(shaper);
		this.pages = new RunningPages(document, shaper);
	}

	/**
	 * What stands around the text of each page.
	 *
	 * @param left at the head
	 * @param right at the head
	 * @param number what a page is called, told how many pages the document has with it;
	 * empty for no number
	 */
	public record Running(String left, String right, IntFunction<String> number) {

		/** Around which nothing stands. */
		public static final Running NONE = new Running("", "", (page) -> "");

	}

	/** Ends the page before, if there is one, and begins another. */
	public PDPage begin(Running running) throws IOException {
		flush();
		this.pages.run(running);
		this.y = Measures.TOP;
		return this.pages.add().page();
	}

	/** Ends the last page, so that the document may be given other ones. */
	public void end() throws IOException {
		flush();
		this.pages.close();
	}

	/**
	 * @return characters that no font has and that are shown as 〓
	 */
	public Set<String> missing() {
		return Set.copyOf(this.shaper.missing());
	}

	/** The title of a cover, in the middle, each part in lines of its own. */
	public void cover(List<String> parts) throws IOException {
		this.y = COVER;
		BlockSetter setter = new BlockSetter(this.flow, this.shaper);
		for (String part : parts) {
			setter.title(List.of(part));
		}
		this.flow.add(new Item.Space(2 * Measures.PITCH));
		flush();
	}

	/** A form with a border, of labels and values. */
	public void sheet(List<List<String>> rows) throws IOException {
		new SheetSetter(this.flow, this.shaper).add(new Sheet(rows));
		flush();
	}

	/** Stands with what comes next on one page, as a heading does. */
	public void title(String text) {
		this.text.title(text).forEach(this.flow::addTied);
		this.flow.addTied(new Item.Space(2));
	}

	public void heading(String text) {
		heading(text, "");
	}

	/**
	 * @param note small print below: who, when, for whom
	 */
	public void heading(String text, String note) {
		this.flow.add(new Item.Space(2 * GAP));
		this.text.heading(text).forEach(this.flow::addTied);
		this.text.note(note).forEach(this.flow::addTied);
		this.flow.addTied(new Item.Space(GAP / 2));
	}

	/** Paragraphs as they were typed; an empty line between them is a little space. */
	public void text(String text) throws IOException {
		boolean apart = false;
		for (String paragraph : PlainSetter.paragraphs(text)) {
			if (paragraph.isEmpty()) {
				apart = true;
				continue;
			}
			if (apart) {
				this.flow.add(new Item.Space(GAP));
			}
			apart = false;
			add(this.text.paragraph(paragraph));
			flush();
		}
	}

	/** Small print. */
	public void note(String text) throws IOException {
		add(this.text.note(text));
		this.flow.add(new Item.Space(GAP));
		flush();
	}

	public void pair(String label, String value) throws IOException {
		pair(label, value, "");
	}

	/**
	 * A label and beside it what belongs to it.
	 * @param note small print below the value
	 */
	public void pair(String label, String value, String note) throws IOException {
		add(this.text.pair(label, value, note));
		this.flow.add(new Item.Space(GAP));
		flush();
	}

	/**
	 * An entry of a table of contents; one of the highest level never ends a page.
	 * @param level from 0
	 * @param number of the page it leads to
	 */
	public void entry(int level, String text, String number, PDPageDestination target) throws IOException {
		Style style = level == 0 ? PlainSetter.LABEL : PlainSetter.TEXT;
		float x = level * STEP;
		List<Line> lines = Lines.atMost(MOST_LINES, this.shaper.shape(text, style), this.shaper.shape("…", style),
				Measures.points(Measures.WIDTH - x - NUMBERS));
		ContentsEntry entry = new ContentsEntry(lines, Measures.LEFT + x, this.shaper.line(number, PlainSetter.TEXT),
				target);
		if (level == 0) {
			this.flow.addTied(entry);
		}
		else {
			this.flow.add(entry);
			flush();
		}
	}

	/** Neither the first nor the last line stands alone on a page. */
	private void add(List<PlainLine> lines) {
		for (int at = 0; at < lines.size(); at++) {
			if (lines.size() > 1 && (at == 0 || at == lines.size() - 2)) {
				this.flow.addTied(lines.get(at));
			}
			else {
				this.flow.add(lines.get(at));
			}
		}
	}

	private void flush() throws IOException {
		this.y = this.flow.draw(this.pages, this.y);
		this.flow = new Flow();
	}

}
