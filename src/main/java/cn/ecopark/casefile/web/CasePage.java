package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimelineEntry;

/**
 * One case: {@code GET /cases/{id}}.
 *
 * @param steps the nine steps of a park's life, or those of a recheck
 * @param material everything that the reader may see
 * @param next what comes next, in one or two sentences; null once closed
 * @param actions what the reader may do with the case as a whole: withdraw, close
 */
public record CasePage(String id, Heading heading, List<Step> steps, Diagram diagram, FileViews.Material material,
		List<IssuedDocument> issued, @Nullable String next, @Nullable Task task, List<Action> actions) {

	/**
	 * @param meta kind and number, province, kind of park, standard, how long it has
	 * taken
	 */
	public record Heading(String park, String parkUrl, Tag state, List<String> meta) {
	}

	/**
	 * The diagram with the way gone.
	 *
	 * @param url answers
	 * {@code {"xml":"…","gone":["Task_…"],"goneFlows":["Flow_…"],"current":["Task_…"],
	 * "dates":{"Task_…":"2018-02-06"}}}; null where there is no model, as for a case
	 * taken over from paper
	 * @param model name and version of the model
	 * @param path the same as text, in the order it was gone
	 */
	public record Diagram(@Nullable String url, String model, List<Passed> path) {
	}

	/**
	 * One step gone, or the present one.
	 *
	 * @param on when it was finished; null for the present one
	 * @param by who finished it or has it now
	 */
	public record Passed(String label, @Nullable LocalDate on, @Nullable String by, @Nullable String result) {
	}

	/**
	 * A document that was issued.
	 *
	 * @param replacedBy number of the one that took its place; null where none did
	 * @param rightUrl where the reader may put it right; null where he may not
	 */
	public record IssuedDocument(String title, @Nullable String number, LocalDate on, Tag state,
			@Nullable String replacedBy, @Nullable String rightUrl, @Nullable String url) {
	}

	/** The open task of the reader in this case. */
	public record Task(String url, String name) {
	}

	/** How many entries of the timeline stand open; the rest is unfolded. */
	public static final int TIMELINE_OPEN = 9;

	public List<TimelineEntry> recent() {
		List<TimelineEntry> timeline = this.material.timeline();
		return timeline.subList(0, Math.min(TIMELINE_OPEN, timeline.size()));
	}

	public List<TimelineEntry> older() {
		List<TimelineEntry> timeline = this.material.timeline();
		return timeline.subList(Math.min(TIMELINE_OPEN, timeline.size()), timeline.size());
	}

}
