package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What stands on a page, read back from the PDF; millimetres from its upper left corner.
 */
public record SetPage(int number, List<Row> rows, List<Box> boxes) {

	private static final float MM = 25.4f / 72;

	/** Part of a character's square above the base line. */
	private static final float ASCENT = 0.88f;

	/** A character. */
	public record Glyph(String text, float x, float width, float base, float size) {

		public float top() {
			return this.base - ASCENT * this.size * MM;
		}

		public float bottom() {
			return top() + this.size * MM;
		}

	}

	/** Characters on one base line. */
	public record Row(List<Glyph> glyphs) {

		public String text() {
			return String.join("", this.glyphs.stream().map(Glyph::text).toList()).strip();
		}

		public float left() {
			return this.glyphs.get(0).x();
		}

		public float right() {
			Glyph last = this.glyphs.get(this.glyphs.size() - 1);
			return last.x() + last.width();
		}

		public float middle() {
			return (left() + right()) / 2;
		}

		public float top() {
			return this.glyphs.get(0).top();
		}

		public float bottom() {
			return this.glyphs.get(0).bottom();
		}

		public float size() {
			return this.glyphs.get(0).size();
		}

	}

	/** A filled rectangle and its colour. */
	public record Box(float x, float top, float width, float height, List<Float> colour) {

		public float middle() {
			return this.top + this.height / 2;
		}

	}

	public static List<SetPage> of(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<SetPage> pages = new ArrayList<>();
			for (int number = 1; number <= document.getNumberOfPages(); number++) {
				Reader reader = new Reader();
				reader.setStartPage(number);
				reader.setEndPage(number);
				reader.getText(document);
				pages.add(new SetPage(number, reader.rows(), boxes(document.getPage(number - 1))));
			}
			return pages;
		}
	}

	public Row row(String beginning) {
		return this.rows.stream()
			.filter((row) -> row.text().startsWith(beginning))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No line begins with " + beginning + ": " + texts()));
	}

	public List<String> texts() {
		return this.rows.stream().map(Row::text).toList();
	}

	/** The rows of the body, without head, page number and small print. */
	public List<Row> body() {
		return this.rows.stream().filter((row) -> Math.abs(row.size() - 16) < 0.1 && row.top() > 36).toList();
	}

	/** Rectangles that are lines across. */
	public List<Box> rules() {
		return this.boxes.stream().filter((box) -> box.width() > 100 && box.height() < 2).toList();
	}

	private static List<Box> boxes(PDPage page) throws IOException {
		List<Box> boxes = new ArrayList<>();
		List<Float> operands = new ArrayList<>();
		List<Float> colour = List.of();
		float height = page.getMediaBox().getHeight();
		for (Object token : new PDFStreamParser(page).parse()) {
			if (token instanceof COSNumber number) {
				operands.add(number.floatValue());
			}
			else if (token instanceof Operator operator) {
				if (operator.getName().equals("rg")) {
					colour = List.copyOf(operands);
				}
				if (operator.getName().equals("re")) {
					boxes.add(new Box(operands.get(0) * MM, (height - operands.get(1) - operands.get(3)) * MM,
							operands.get(2) * MM, operands.get(3) * MM, colour));
				}
				operands.clear();
			}
		}
		return boxes;
	}

	/** Gathers characters by base line. */
	private static final class Reader extends PDFTextStripper {

		private final TreeMap<Integer, List<Glyph>> byBase = new TreeMap<>();

		@Override
		protected void writeString(String text, List<TextPosition> positions) {
			for (TextPosition at : positions) {
				Glyph glyph = new Glyph(at.getUnicode(), at.getXDirAdj() * MM, at.getWidthDirAdj() * MM,
						at.getYDirAdj() * MM, at.getYScale());
				this.byBase.computeIfAbsent(Math.round(at.getYDirAdj() * 10), (key) -> new ArrayList<>()).add(glyph);
			}
		}

		private List<Row> rows() {
			return this.byBase.values().stream().map((glyphs) -> {
				glyphs.sort((one, other) -> Float.compare(one.x(), other.x()));
				return new Row(glyphs);
			}).toList();
		}

	}

}
