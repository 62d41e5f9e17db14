package cn.ecopark.signing.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

import cn.ecopark.typesetting.SealDrawing;

/**
 * A seal as its body has given it: a square PNG with a clear ground, or the first page of
 * a PDF with outlines only.
 *
 * @param diameter millimetres; the drawing is fitted to it
 */
public record SealFile(Path file, float diameter) implements SealDrawing {

	private static final float POINTS = 72 / 25.4f;

	/**
	 * @throws IllegalStateException if there is no such file
	 */
	public SealFile {
		if (!Files.isReadable(file)) {
			throw new IllegalStateException("There is no seal " + file);
		}
	}

	@Override
	public void draw(PDDocument document, PDPageContentStream page, float x, float y) throws IOException {
		float size = this.diameter * POINTS;
		if (this.file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
			drawPage(document, page, x - size / 2, y - size / 2, size);
		}
		else {
			page.drawImage(PDImageXObject.createFromFileByContent(this.file.toFile(), document), x - size / 2,
					y - size / 2, size, size);
		}
	}

	private void drawPage(PDDocument document, PDPageContentStream page, float left, float bottom, float size)
			throws IOException {
		try (PDDocument drawing = Loader.loadPDF(this.file.toFile())) {
			PDFormXObject form = new LayerUtility(document).importPageAsForm(drawing, 0);
			float scale = size / Math.max(form.getBBox().getWidth(), form.getBBox().getHeight());
			page.saveGraphicsState();
			page.transform(new Matrix(scale, 0, 0, scale, left - scale * form.getBBox().getLowerLeftX(),
					bottom - scale * form.getBBox().getLowerLeftY()));
			page.drawForm(form);
			page.restoreGraphicsState();
		}
	}

}
