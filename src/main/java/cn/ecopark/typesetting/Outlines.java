package cn.ecopark.typesetting;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.function.Supplier;

import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The outlines of characters, for drawings that hold no fonts. */
public final class Outlines {

	/** Where the middle of a Chinese character lies above its line, in its own size. */
	private static final double MIDDLE = 0.38;

	private Outlines() {
	}

	/**
	 * @return the character in 小标宋, or what takes its place, one unit high and wide, its
	 * middle at the origin; empty for a blank
	 */
	public static Path2D of(int codePoint) throws IOException {
		TrueTypeFont font = fileWith(codePoint).font();
		GlyphData glyph = font.getGlyph().getGlyph(font.getUnicodeCmapLookup().getGlyphId(codePoint));
		if (glyph == null) {
			return new Path2D.Double();
		}
		GeneralPath path = glyph.getPath();
		double unit = 1.0 / font.getUnitsPerEm();
		double half = fileWith(codePoint).advance(codePoint) / 2.0;
		return new Path2D.Double(path, new AffineTransform(unit, 0, 0, unit, -half, -MIDDLE));
	}

	private static FontFile fileWith(int codePoint) {
		return Fonts.open()
			.of(Face.XIAO_BIAO_SONG)
			.stream()
			.map(Supplier::get)
			.filter(file -> file.has(codePoint))
			.findFirst()
			.orElseGet(() -> Fonts.open().of(Face.XIAO_BIAO_SONG).get(0).get());
	}

}
