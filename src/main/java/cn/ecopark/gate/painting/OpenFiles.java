package cn.ecopark.gate.painting;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

import cn.ecopark.gate.Wire;

/** The two files whose pages are being compared stay open. */
final class OpenFiles {

	private static final int MOST = 2;

	private final Map<String, PDDocument> open = new LinkedHashMap<>();

	/**
	 * @param number from 1
	 * @param width dots across
	 * @return null if the page cannot be drawn, or not with all its pictures
	 */
	@Nullable BufferedImage draw(String path, int number, int width) {
		try {
			PDDocument document = document(path);
			PDPage page = document.getPage(number - 1);
			boolean upright = page.getRotation() % 180 == 0;
			float across = Math.max(1, upright ? page.getCropBox().getWidth() : page.getCropBox().getHeight());
			float high = Math.max(1, upright ? page.getCropBox().getHeight() : page.getCropBox().getWidth());
			if (high / across > Wire.TALLEST) {
				return null;
			}
			WholePages renderer = new WholePages(document);
			renderer.setSubsamplingAllowed(true);
			return renderer.renderImage(number - 1, width / across, ImageType.GRAY);
		}
		catch (IOException | RuntimeException | StackOverflowError odd) {
			return null;
		}
	}

	private PDDocument document(String path) throws IOException {
		PDDocument document = this.open.get(path);
		if (document == null) {
			if (this.open.size() == MOST) {
				this.open.remove(this.open.keySet().iterator().next()).close();
			}
			document = Loader.loadPDF(new File(path), IOUtils.createTempFileOnlyStreamCache());
			this.open.put(path, document);
		}
		return document;
	}

}
