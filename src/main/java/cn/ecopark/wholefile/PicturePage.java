package cn.ecopark.wholefile;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Puts a picture on a page of A4, upright as viewers show it, lying if it is wider than
 * high. Of a picture with more dots than a printer can use only so many are read.
 */
final class PicturePage {

	private static final float MARGIN = 36;

	/** A page of A4 at 300 dots per inch. */
	private static final long MOST_DOTS = 8_700_000;

	/** Bytes of a JPEG that is not looked into. */
	private static final long LARGEST_AS_IT_IS = 20 << 20;

	private PicturePage() {
	}

	/**
	 * @throws IOException when it cannot be read; nothing was added then
	 */
	static void append(File file, String mediaType, PDDocument target) throws IOException {
		PDImageXObject picture;
		try {
			picture = picture(file, mediaType, target);
		}
		catch (RuntimeException odd) {
			throw new IOException("The picture cannot be read", odd);
		}
		Orientation orientation = "image/jpeg".equals(mediaType) ? Orientation.of(file) : Orientation.UPRIGHT;
		int across = orientation.isTurned() ? picture.getHeight() : picture.getWidth();
		int down = orientation.isTurned() ? picture.getWidth() : picture.getHeight();
		boolean lying = across > down;
		PDRectangle sheet = lying ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
				: PDRectangle.A4;
		float scale = Math.min((sheet.getWidth() - 2 * MARGIN) / across, (sheet.getHeight() - 2 * MARGIN) / down);
		float width = across * scale;
		float height = down * scale;
		PDPage page = new PDPage(sheet);
		try (PDPageContentStream out = new PDPageContentStream(target, page)) {
			out.drawImage(picture,
					orientation.drawn((sheet.getWidth() - width) / 2, (sheet.getHeight() - height) / 2, width, height));
		}
		target.addPage(page);
	}

	private static PDImageXObject picture(File file, String mediaType, PDDocument target) throws IOException {
		if ("image/jpeg".equals(mediaType) && file.length() <= LARGEST_AS_IT_IS) {
			try (InputStream in = Files.newInputStream(file.toPath())) {
				return JPEGFactory.createFromStream(target, in);
			}
		}
		try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
			Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
			if (in == null || !readers.hasNext()) {
				throw new IOException("No picture");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				BufferedImage read = read(reader);
				return "image/jpeg".equals(mediaType) ? JPEGFactory.createFromImage(target, read, 0.85f)
						: LosslessFactory.createFromImage(target, read);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static BufferedImage read(ImageReader reader) throws IOException {
		long dots = (long) reader.getWidth(0) * reader.getHeight(0);
		int step = (int) Math.ceil(Math.sqrt((double) dots / MOST_DOTS));
		ImageReadParam parameters = reader.getDefaultReadParam();
		if (step > 1) {
			parameters.setSourceSubsampling(step, step, 0, 0);
		}
		return reader.read(0, parameters);
	}

}
