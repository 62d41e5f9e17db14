package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document; of each only the characters used are written. In a document
 * that is kept until its end all of them are named before the first is drawn, so that a
 * small font can be made of the large one: embedding the large one and leaving out the
 * rest when the document is saved takes ten times as long.
 */
final class EmbeddedFonts {

	private final PDDocument document;

	private final boolean growing;

	private final Map<FontFile, Set<Integer>> used = new IdentityHashMap<>();

	private final Map<FontFile, PDFont> fonts = new IdentityHashMap<>();

	private EmbeddedFonts(PDDocument document, boolean growing) {
		this.document = document;
		this.growing = growing;
	}

	/** Every character is named before a font is asked for. */
	static EmbeddedFonts named(PDDocument document) {
		return new EmbeddedFonts(document, false);
	}

	/**
	 * Characters come as they are drawn, page by page, so that no page is kept for those
	 * of a later one.
	 */
	static EmbeddedFonts growing(PDDocument document) {
		return new EmbeddedFonts(document, true);
	}

	void use(FontFile file, String text) {
		if (this.growing) {
			return;
		}
		Set<Integer> characters = this.used.computeIfAbsent(file, (key) -> new TreeSet<>());
		text.codePoints().forEach(characters::add);
	}

	/**
	 * @return the font with the characters that were named, or that will be drawn
	 */
	PDFont of(FontFile file) throws IOException {
		PDFont known = this.fonts.get(file);
		if (known != null) {
			return known;
		}
		PDFont font = embedded(file, this.used.getOrDefault(file, Set.of()));
		this.fonts.put(file, font);
		return font;
	}

	/** The table of a small font has no room for characters beyond the first plane. */
	private PDFont embedded(FontFile file, Set<Integer> characters) throws IOException {
		return !this.growing && characters.stream().allMatch(Character::isBmpCodePoint)
				? PDType0Font.load(this.document, file.part(characters), false)
				: PDType0Font.load(this.document, file.font(), true);
	}

}
