package cn.ecopark.typesetting;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A colour in sRGB, the space of the output intent; parts from 0 to 1. */
record Ink(float red, float green, float blue) {

	static final Ink BLACK = new Ink(0, 0, 0);

	/** Y80 M80 (GB/T 9704-2012, 5.2.4) as 1 − ink. */
	static final Ink RED = new Ink(1, 0.2f, 0.2f);

	/** Small print that steps back. */
	static final Ink GREY = new Ink(0.36f, 0.36f, 0.36f);

	static final Ink PALE = new Ink(0.72f, 0.76f, 0.78f);

	/** The frame of a certificate. */
	static final Ink GOLD = new Ink(0.72f, 0.56f, 0.24f);

	/** The words of a certificate. */
	static final Ink DEEP = new Ink(0.03f, 0.25f, 0.28f);

	void fill(PDPageContentStream stream) throws IOException {
		stream.setNonStrokingColor(this.red, this.green, this.blue);
	}

	void stroke(PDPageContentStream stream) throws IOException {
		stream.setStrokingColor(this.red, this.green, this.blue);
	}

}
