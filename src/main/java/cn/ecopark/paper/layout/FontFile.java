package cn.ecopark.paper.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font, parsed once and shared by all documents of the process. */
final class FontFile {

	private final TrueTypeFont font;

	private final CmapLookup characters;

	private final float unitsPerEm;

	private FontFile(TrueTypeFont font) throws IOException {
		this.font = font;
		this.characters = font.getUnicodeCmapLookup();
		this.unitsPerEm = font.getUnitsPerEm();
	}

	/**
	 * Ligatures are off: papers are set character by character, and each must be found
	 * again when the text is searched.
	 */
	static FontFile read(InputStream stream) {
		try (stream) {
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
			font.setEnableGsub(false);
			font.getGlyph();
			font.getHorizontalMetrics();
			return new FontFile(font);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	TrueTypeFont font() {
		return this.font;
	}

	boolean has(int codePoint) {
		return this.characters.getGlyphId(codePoint) != 0;
	}

	/**
	 * @return width of a character of one point's size, points
	 */
	float advance(int codePoint) {
		try {
			return this.font.getAdvanceWidth(this.characters.getGlyphId(codePoint)) / this.unitsPerEm;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
