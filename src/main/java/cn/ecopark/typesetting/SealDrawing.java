package cn.ecopark.typesetting;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The seal of a body, drawn on its documents over its name (GB/T 9704-2012, 7.3.5). */
public interface SealDrawing {

	/**
	 * @return millimetres
	 */
	float diameter();

	/**
	 * @param x of the centre, points from the left edge of the page
	 * @param y of the centre, points from its lower edge
	 */
	void draw(PDDocument document, PDPageContentStream page, float x, float y) throws IOException;

}
