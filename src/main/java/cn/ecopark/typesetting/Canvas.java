package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A page to draw on, measured in millimetres from its upper left corner. It is drawn when
 * it is closed, since only then all characters are known that its fonts need.
 */
final class Canvas {

	/** How a stroke ends (ISO 32000-1, 8.4.3.3). */
	private static final int ROUND = 1;

	/** Points. */
	private static final float DOT = 0.7f;

	/** Points. */
	private static final float DOT_TO_DOT = 4;

	private final Fitting fitting;

	private final PDPage page;

	private final PDPageContentStream stream;

	private final float height;

	private final List<Drawing> drawings = new ArrayList<>();

	/** What the text drawn next belongs to. */
	private Structure.@Nullable Part part;

	/** One thing on the page. */
	private interface Drawing {

		void draw() throws IOException;

	}

	/**
	 * The document and its embedded fonts.
	 *
	 * @param structure null where the document says nothing of its parts
	 */
	record Fitting(PDDocument document, EmbeddedFonts fonts, @Nullable Structure structure) {
	}

	Canvas(Fitting fitting, float width, float height) throws IOException {
		this.fitting = fitting;
		this.height = height;
		this.page = new PDPage(new PDRectangle(Measures.points(width), Measures.points(height)));
		fitting.document.addPage(this.page);
		this.stream = new PDPageContentStream(fitting.document, this.page);
	}

	PDPage page() {
		return this.page;
	}

	/**
	 * @param belongsTo what the text and seals drawn from now on belong to; null for what
	 * is no part of the document, as page numbers
	 */
	void within(Structure.@Nullable Part belongsTo) {
		this.part = belongsTo;
	}

	/**
	 * @param x left end of the line
	 * @param top of its characters
	 */
	void text(Line line, float x, float top, Ink ink) {
		text(line, x, top, 1, ink);
	}

	/**
	 * @param stretch how much wider than it is the line is drawn
	 */
	void text(Line line, float x, float top, float stretch, Ink ink) {
		if (!line.pieces().isEmpty()) {
			line.pieces().forEach((piece) -> this.fitting.fonts.use(piece.cluster().font(), piece.cluster().text()));
			float base = y(top) - Measures.ASCENT * Measures.points(line.height());
			add(this.part, () -> draw(line, Measures.points(x), base, stretch, ink));
		}
	}

	void rule(float x, float y, float length, float thickness, Ink ink) {
		fill(x, y - thickness / 2, length, thickness, ink);
	}

	void fill(float x, float top, float width, float height, Ink ink) {
		add(null, () -> {
			ink.fill(this.stream);
			rectangle(x, top, width, height);
			this.stream.fill();
		});
	}

	void frame(float x, float top, float width, float height, float thickness, Ink ink) {
		add(null, () -> {
			ink.stroke(this.stream);
			this.stream.setLineWidth(Measures.points(thickness));
			rectangle(x, top, width, height);
			this.stream.stroke();
		});
	}

	/** Dots that lead the eye along a line. */
	void dots(float x, float y, float length, Ink ink) {
		add(null, () -> {
			this.stream.saveGraphicsState();
			ink.stroke(this.stream);
			this.stream.setLineCapStyle(ROUND);
			this.stream.setLineWidth(DOT);
			this.stream.setLineDashPattern(new float[] { 0, DOT_TO_DOT }, 0);
			this.stream.moveTo(Measures.points(x), y(y));
			this.stream.lineTo(Measures.points(x + length), y(y));
			this.stream.stroke();
			this.stream.restoreGraphicsState();
		});
	}

	/** A place that leads to another when it is clicked. */
	void link(float x, float top, float width, float height, PDPageDestination target) throws IOException {
		PDAnnotationLink link = new PDAnnotationLink();
		link.setRectangle(
				new PDRectangle(Measures.points(x), y(top + height), Measures.points(width), Measures.points(height)));
		PDBorderStyleDictionary none = new PDBorderStyleDictionary();
		none.setWidth(0);
		link.setBorderStyle(none);
		PDActionGoTo action = new PDActionGoTo();
		action.setDestination(target);
		link.setAction(action);
		link.setPrinted(true);
		link.setPage(this.page);
		this.page.getAnnotations().add(link);
	}

	void seal(SealDrawing seal, float x, float y) {
		add(this.part, () -> {
			this.stream.saveGraphicsState();
			seal.draw(this.fitting.document, this.stream, Measures.points(x), y(y));
			this.stream.restoreGraphicsState();
		});
	}

	private void add(Structure.@Nullable Part belongsTo, Drawing drawing) {
		this.drawings.add(() -> {
			Structure structure = this.fitting.structure;
			if (structure == null) {
				drawing.draw();
				return;
			}
			if (belongsTo == null) {
				this.stream.beginMarkedContent(COSName.ARTIFACT);
			}
			else {
				this.stream.beginMarkedContent(Structure.tag(belongsTo), structure.mark(belongsTo, this.page));
			}
			drawing.draw();
			this.stream.endMarkedContent();
		});
	}

	void close() throws IOException {
		for (Drawing drawing : this.drawings) {
			drawing.draw();
		}
		this.stream.close();
	}

	private void draw(Line line, float left, float base, float stretch, Ink ink) throws IOException {
		ink.fill(this.stream);
		this.stream.beginText();
		for (List<Line.Piece> run : runs(line)) {
			Cluster first = run.get(0).cluster();
			this.stream.setFont(this.fitting.fonts.of(first.font()), first.size());
			this.stream.setTextMatrix(new Matrix(stretch, 0, 0, 1, left + run.get(0).x() * stretch, base));
			this.stream.showTextWithPositioning(positioned(run));
		}
		this.stream.endText();
	}

	private void rectangle(float x, float top, float width, float height) throws IOException {
		this.stream.addRect(Measures.points(x), y(top + height), Measures.points(width), Measures.points(height));
	}

	private float y(float fromTop) {
		return Measures.points(this.height - fromTop);
	}

	/** Pieces in the same font and size are shown by one operator. */
	private static List<List<Line.Piece>> runs(Line line) {
		List<List<Line.Piece>> runs = new ArrayList<>();
		Line.Piece previous = null;
		for (Line.Piece piece : line.pieces()) {
			if (previous == null || !sameFont(previous.cluster(), piece.cluster())) {
				runs.add(new ArrayList<>());
			}
			runs.get(runs.size() - 1).add(piece);
			previous = piece;
		}
		return runs;
	}

	private static boolean sameFont(Cluster one, Cluster other) {
		return one.font() == other.font() && one.size() == other.size();
	}

	/** Texts, and between them how far the next one is moved left, in thousandths. */
	private static Object[] positioned(List<Line.Piece> run) {
		List<Object> shown = new ArrayList<>();
		float x = run.get(0).x();
		for (Line.Piece piece : run) {
			Cluster cluster = piece.cluster();
			if (Math.abs(piece.x() - x) > 0.001f) {
				shown.add((x - piece.x()) * 1000 / cluster.size());
			}
			shown.add(cluster.text());
			x = piece.x() + natural(cluster);
		}
		return shown.toArray();
	}

	private static float natural(Cluster cluster) {
		return (float) cluster.text().codePoints().mapToDouble(cluster.font()::advance).sum() * cluster.size();
	}

}
