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
 * @param template the version of the template that made it
 */
public record Composition(byte[] pdf, int pages, List<SealPlace> seals, Optional<Place> date, List<String> missing,
		TemplateRef template) {

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

	/**
	 * A version of a template.
	 *
	 * @param version 0 for the one shipped with the rule pack
	 */
	public record TemplateRef(String pack, String kind, int version) {
	}

}
