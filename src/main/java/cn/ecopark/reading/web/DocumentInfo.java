package cn.ecopark.reading.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.reading.Place;
import cn.ecopark.web.view.Choice;

/**
 * What the viewer needs to show a document: {@code GET /documents/{id}/paper}.
 *
 * @param type {@code pdf}, {@code image}, {@code text} or {@code none}
 * @param url of the file itself
 * @param task the reader's open task in the dossier, in which remarks are written; null
 * where there is none
 * @param audiences for whom remarks can be written
 * @param versions the others of the same document, the newest first
 */
record DocumentInfo(long id, String title, String kind, int number, String type, String url, @Nullable Reading reading,
		@Nullable Long task, List<Choice> audiences, List<Version> versions, @Nullable Outline outline,
		List<RemarkLine> remarks) {

	/** How far the text is read, in words. */
	record Reading(long id, String text, boolean finished, @Nullable String remarks) {
	}

	/** Another version, with the address of the comparison. */
	record Version(int number, String url, String compareUrl) {
	}

	/**
	 * The comparison with the planning guide, in words.
	 *
	 * @param note whether the titles are still to be checked
	 */
	record Outline(String verdict, boolean whole, String source, @Nullable String note, List<Chapter> chapters) {
	}

	/** A chapter of the guide; without page where it is not found. */
	record Chapter(String label, @Nullable Integer page, String found) {
	}

	/**
	 * A remark.
	 *
	 * @param own whether it is of the reader's unit
	 * @param mine whether the reader can change it now
	 * @param standing what became of the passage; null on the version it was written on
	 * @param point the remark as a point to be corrected
	 */
	record RemarkLine(long id, int number, int page, List<Place> places, String quote, String text, String audience,
			String audienceLabel, String by, String unit, String at, boolean changed, boolean own, boolean mine,
			boolean lost, @Nullable String standing, String point) {
	}

}
