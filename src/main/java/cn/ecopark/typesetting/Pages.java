package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of a document while it is being drawn. */
class Pages {

	private final Canvas.Fitting fitting;

	private final float width;

	private final float height;

	private final List<Canvas> canvases = new ArrayList<>();

	/** Pages of a document that says what its parts are. */
	Pages(PDDocument document, Structure structure, float width, float height) {
		this(new Canvas.Fitting(document, EmbeddedFonts.named(document), structure), width, height);
	}

	Pages(Canvas.Fitting fitting, float width, float height) {
		this.fitting = fitting;
		this.width = width;
		this.height = height;
	}

	Canvas add() throws IOException {
		Canvas canvas = new Canvas(this.fitting, this.width, this.height);
		this.canvases.add(canvas);
		return canvas;
	}

	/** The page being drawn. */
	Canvas canvas() {
		return this.canvases.get(this.canvases.size() - 1);
	}

	/**
	 * @param number counted from 1
	 */
	Canvas canvas(int number) {
		return this.canvases.get(number - 1);
	}

	int count() {
		return this.canvases.size();
	}

	/** Begins another part of the document on the page being drawn. */
	void begin(Structure.Role role) {
		begin(role, "");
	}

	/**
	 * @param described what is drawn, in words; empty where it is words
	 */
	void begin(Structure.Role role, String described) {
		Structure structure = this.fitting.structure();
		if (structure != null) {
			Structure.Part part = structure.add(role);
			canvas().within(described.isEmpty() ? part : part.described(described));
		}
	}

	/** What is drawn next belongs to no part. */
	void end() {
		canvas().within(null);
	}

	/** A rectangle on the page being drawn. */
	Composition.Place place(float x, float y, float width, float height) {
		return new Composition.Place(count(), x, y, width, height);
	}

	/** Draws what is on the pages so far, and knows them no more. */
	void close() throws IOException {
		for (Canvas canvas : this.canvases) {
			canvas.close();
		}
		this.canvases.clear();
	}

}
