package cn.ecopark.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Pictures that stand within the drawing of a page; a broken one ends the drawing. */
final class PageDrawing {

	private static final int MOST = 32 << 20;

	private static final Pattern PICTURE = Pattern.compile("(?<![^\\s])BI\\s.*?\\sEI(?![^\\s])", Pattern.DOTALL);

	private PageDrawing() {
	}

	/**
	 * @return the drawing without them, which costs no text
	 */
	static PDStream without(PDDocument document, PDPage page) throws IOException {
		try (InputStream in = page.getContents()) {
			String drawing = new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
			byte[] kept = PICTURE.matcher(drawing).replaceAll(" ").getBytes(StandardCharsets.ISO_8859_1);
			return new PDStream(document, new ByteArrayInputStream(kept));
		}
	}

}
