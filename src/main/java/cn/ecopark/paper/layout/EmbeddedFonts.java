package cn.ecopark.paper.layout;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document; of each only the characters used are written. */
final class EmbeddedFonts {

	private final PDDocument document;

	private final Map<FontFile, PDFont> fonts = new IdentityHashMap<>();

	EmbeddedFonts(PDDocument document) {
		this.document = document;
	}

	PDFont of(FontFile file) throws IOException {
		PDFont known = this.fonts.get(file);
		if (known != null) {
			return known;
		}
		PDFont font = PDType0Font.load(this.document, file.font(), true);
		this.fonts.put(file, font);
		return font;
	}

}
