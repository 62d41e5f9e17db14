package cn.ecopark.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font, parsed once and shared by all documents of the process. */
final class FontFile {

	/** The tables that drawing and searching need. */
	private static final List<String> NEEDED = List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name",
			"post", "OS/2", "cvt ", "fpgm", "prep", "gasp");

	private final TrueTypeFont font;

	private final CmapLookup characters;

	private final float unitsPerEm;

	private FontFile(TrueTypeFont font) throws IOException {
		this.font = font;
		this.characters = font.getUnicodeCmapLookup();
		this.unitsPerEm = font.getUnitsPerEm();
	}

	/**
	 * Ligatures are off: documents are set character by character, and each must be found
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

	/**
	 * @return a font of these characters alone
	 */
	TrueTypeFont part(Set<Integer> codePoints) throws IOException {
		TTFSubsetter subsetter = new TTFSubsetter(this.font, NEEDED);
		subsetter.setPrefix(tag(codePoints));
		codePoints.forEach(subsetter::add);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		subsetter.writeToStream(bytes);
		TrueTypeFont part = new TTFParser().parse(new RandomAccessReadBuffer(bytes.toByteArray()));
		part.setEnableGsub(false);
		return part;
	}

	/** Six letters before the name of a font in part (ISO 32000-1, 9.6.4). */
	private static String tag(Set<Integer> codePoints) {
		StringBuilder tag = new StringBuilder();
		int left = codePoints.hashCode() & Integer.MAX_VALUE;
		for (int at = 0; at < 6; at++) {
			tag.append((char) ('A' + left % 26));
			left /= 26;
		}
		return tag.append('+').toString();
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
