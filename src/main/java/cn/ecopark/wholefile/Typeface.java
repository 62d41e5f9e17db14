package cn.ecopark.wholefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One of the embedded fonts in a document that is being made. */
final class Typeface {

	/** 思源宋体, for running text. */
	static final String TEXT = "/fonts/NotoSerifSC_400Regular.ttf";

	/** 思源黑体, for headings. */
	static final String HEADING = "/fonts/NotoSansSC_500Medium.ttf";

	/** Stands for what the font cannot write. */
	private static final String UNKNOWN = "□";

	private final PDFont font;

	private final CmapLookup glyphs;

	private final Map<Integer, Float> widths = new HashMap<>();

	private Typeface(PDFont font, CmapLookup glyphs) {
		this.font = font;
		this.glyphs = glyphs;
	}

	/** Reads the font; it is closed with the document. */
	static Typeface of(PDDocument document, String name) throws IOException {
		try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
			document.registerTrueTypeFontForClosing(font);
			return new Typeface(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
		}
	}

	PDFont font() {
		return this.font;
	}

	/**
	 * @return the text with what the font cannot write replaced
	 */
	String writable(String text) {
		StringBuilder writable = new StringBuilder();
		text.codePoints().forEach(point -> {
			if (point == ' ' || this.glyphs.getGlyphId(point) != 0) {
				writable.appendCodePoint(point);
			}
			else if (Character.isWhitespace(point)) {
				writable.append(' ');
			}
			else if (!isUnseen(point)) {
				writable.append(UNKNOWN);
			}
		});
		return writable.toString();
	}

	private static boolean isUnseen(int point) {
		int type = Character.getType(point);
		return type == Character.CONTROL || type == Character.FORMAT || type == Character.NON_SPACING_MARK;
	}

	/**
	 * @return width in thousandths of the font's size
	 */
	float width(int point) {
		return this.widths.computeIfAbsent(point, this::measured);
	}

	float width(String text, float size) {
		float width = 0;
		for (int point : text.codePoints().toArray()) {
			width += width(point);
		}
		return width * size / 1000;
	}

	private float measured(int point) {
		try {
			return this.font.getStringWidth(Character.toString(point));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
