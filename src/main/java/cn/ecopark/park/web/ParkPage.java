package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.park.ParkCases;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;

/**
 * One park: {@code GET /parks/{id}}.
 *
 * @param life the nine steps from application to naming
 * @param facts what the register says: kind, level, province, standard, title, next
 * recheck
 * @param events the decisions that made it what it is, the newest first
 * @param procedures what may be started now; posts {@code kind} and {@code submission} to
 * {@code startUrl}
 * @param plaqueUrl where the Office records the plaque; null for other readers, and of a
 * park that is not named
 */
public record ParkPage(String id, Heading heading, List<Step> life, List<Fact> facts, List<ParkCases.Line> cases,
		List<Event> events, List<ParkCases.Start> procedures, String startUrl, String submission,
		@Nullable String plaqueUrl) {

	/**
	 * @param underWay what is under way; null for nothing
	 */
	public record Heading(String name, Tag status, @Nullable Tag underWay, List<String> meta) {
	}

	/**
	 * One line of the register.
	 *
	 * @param url of the park that the value names; null where it names none, or none that
	 * the reader may open
	 */
	public record Fact(String label, String value, @Nullable String url) {
	}

	/**
	 * One decision.
	 *
	 * @param when in words, for decisions of the paper past are often known to the month
	 * or the year only
	 * @param putAside that it was undone or corrected, and why; null while it holds
	 * @param url where the document is put right that it states; null where there is none
	 * for the reader
	 */
	public record Event(String when, String title, String text, @Nullable PutAside putAside, @Nullable String url) {
	}

	/** What became of an entry that was wrong. */
	public record PutAside(Tag mark, String reason) {
	}

}
