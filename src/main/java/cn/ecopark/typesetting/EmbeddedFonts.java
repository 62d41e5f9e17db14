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
 * The fonts of one document; of each only the characters used are written. All of them
 * are named before the first is drawn, so that a small font can be made of the large one:
 * embedding the large one and leaving out the rest takes ten times as long.
 */
final class EmbeddedFonts {

	private final PDDocument document;

	private final Map<FontFile, Set<Integer>> used = new IdentityHashMap<>();

	private final Map<FontFile, PDFont> fonts = new IdentityHashMap<>();

	EmbeddedFonts(PDDocument document) {
		this.document = document;
	}

	void use(FontFile file, String text) {
		Set<Integer> characters = this.used.computeIfAbsent(file, (key) -> new TreeSet<>());
		text.codePoints().forEach(characters::add);
	}

	/**
	 * @return the font with the characters that were named
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
		return characters.stream().allMatch(Character::isBmpCodePoint)
				? PDType0Font.load(this.document, file.part(characters), false)
				: PDType0Font.load(this.document, file.font(), true);
	}

}
