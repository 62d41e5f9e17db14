package cn.ecopark.wholefile;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain A4 pages at the end of a document, from top to bottom; a new page begins
 * by itself.
 */
final class TextPages implements AutoCloseable {

	static final float LEFT = 68;

	static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

	private static final float TOP = PDRectangle.A4.getHeight() - 72;

	private static final float BOTTOM = 64;

	private final PDDocument document;

	private final Faces faces;

	private @Nullable PDPageContentStream page;

	private float y;

	TextPages(PDDocument document, Faces faces) {
		this.document = document;
		this.faces = faces;
	}

	/** The two fonts of the pages. */
	record Faces(Typeface text, Typeface heading) {

		static Faces in(PDDocument document) throws IOException {
			return new Faces(Typeface.of(document, Typeface.TEXT), Typeface.of(document, Typeface.HEADING));
		}

	}

	/** Begins a page, so that what follows stands on top of it. */
	PDPage begin() throws IOException {
		close();
		PDPage added = new PDPage(PDRectangle.A4);
		this.document.addPage(added);
		this.page = new PDPageContentStream(this.document, added);
		this.y = TOP;
		return added;
	}

	void space(float points) {
		this.y -= points;
	}

	void title(String text) throws IOException {
		write(this.faces.heading(), 20, 30, LEFT, text);
		space(8);
	}

	void heading(String text) throws IOException {
		if (this.y < BOTTOM + 90) {
			begin();
		}
		space(8);
		write(this.faces.heading(), 13, 20, LEFT, text);
		space(2);
	}

	void words(String text) throws IOException {
		write(this.faces.text(), 11, 18, LEFT, text);
	}

	void meta(String text) throws IOException {
		write(this.faces.text(), 9, 15, LEFT, text);
	}

	/** A label with what belongs to it beside it. */
	void pair(String label, String text) throws IOException {
		List<String> labels = new LineWrap(this.faces.heading(), 10, 108).lines(label);
		List<String> lines = new LineWrap(this.faces.text(), 10.5f, WIDTH - 120).lines(text);
		for (int at = 0; at < Math.max(labels.size(), lines.size()); at++) {
			room(17);
			if (at < labels.size()) {
				draw(this.faces.heading(), 10, LEFT, labels.get(at));
			}
			if (at < lines.size()) {
				draw(this.faces.text(), 10.5f, LEFT + 120, lines.get(at));
			}
			this.y -= 17;
		}
		space(2);
	}

	/**
	 * A line of a table of contents, shortened to one line.
	 * @return where it stands
	 */
	PDRectangle entry(int level, String text, String number) throws IOException {
		room(18);
		float left = LEFT + level * 18;
		Typeface face = level == 0 ? this.faces.heading() : this.faces.text();
		List<String> lines = new LineWrap(face, 10.5f, WIDTH - level * 18 - 50).lines(text);
		String first = lines.isEmpty() ? "" : lines.get(0);
		draw(face, 10.5f, left, lines.size() > 1 ? first + "…" : first);
		draw(this.faces.text(), 10.5f, LEFT + WIDTH - this.faces.text().width(number, 10.5f), number);
		PDRectangle place = new PDRectangle(left, this.y - 4, LEFT + WIDTH - left, 16);
		this.y -= 18;
		return place;
	}

	PDPage last() {
		return this.document.getPage(this.document.getNumberOfPages() - 1);
	}

	private void write(Typeface face, float size, float step, float left, String text) throws IOException {
		for (String line : new LineWrap(face, size, WIDTH - (left - LEFT)).lines(text)) {
			room(step);
			draw(face, size, left, line);
			this.y -= step;
		}
	}

	private void room(float height) throws IOException {
		if (this.page == null || this.y - height < BOTTOM) {
			begin();
		}
	}

	private void draw(Typeface face, float size, float left, String line) throws IOException {
		PDPageContentStream out = this.page;
		if (out == null || line.isEmpty()) {
			return;
		}
		out.beginText();
		out.setFont(face.font(), size);
		out.newLineAtOffset(left, this.y);
		out.showText(line);
		out.endText();
	}

	@Override
	public void close() throws IOException {
		if (this.page != null) {
			this.page.close();
			this.page = null;
		}
	}

}
