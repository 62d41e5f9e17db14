package cn.ecopark.typesetting;

import java.util.List;
import java.util.Optional;

/**
 * A document as it was set.
 *
 * @param pdf PDF/A-2u
 * @param seals where each signing body's seal stands, or its place is kept
 * @param date where the date stands, empty where the document bears none
 * @param missing characters that no font has and that are shown as 〓
 * @param template kind of the document and the first digits of the digest of the text it
 * was set by
 */
public record Composition(byte[] pdf, int pages, List<SealPlace> seals, Optional<Place> date, List<String> missing,
		String template) {

	/**
	 * A rectangle on a page.
	 *
	 * @param page counted from 1
	 * @param x left edge, millimetres from the left edge of the page
	 * @param y upper edge, millimetres from the upper edge of the page
	 * @param width millimetres
	 * @param height millimetres
	 */
	public record Place(int page, float x, float y, float width, float height) {
	}

	/** Where the seal of a body stands. */
	public record SealPlace(String body, Place place) {
	}

}
