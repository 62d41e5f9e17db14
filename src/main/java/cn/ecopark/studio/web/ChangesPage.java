package cn.ecopark.studio.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.release.web.ReleasePage;
import cn.ecopark.web.view.Tag;

/**
 * What would be another way than it is: of a draft, {@code GET
 * /admin/studio/{draft}/changes}; of a release, {@code GET
 * /admin/packs/{release}/changes}, against the one that {@code from} names. {@code GET
 * …/changes/{file}} answers the two pictures of a diagram.
 *
 * @param backUrl the draft or release
 * @param later what it is called, as its heading
 * @param earlier the release it is compared with
 * @param behind whether that is not the one in force, since both sides have changed the
 * same files
 * @param limits that are longer, shorter, new or gone
 * @param others what differs in data, forms and templates, file by file
 * @param entries the same of diagrams, in the words of the file
 */
public record ChangesPage(String backUrl, String later, String earlier, boolean behind, List<CasesOfRelease> running,
		List<Drawing> drawings, List<LimitRow> limits, List<ReleasePage.FileChange> others,
		List<ReleasePage.FileChange> entries) {

	/** Cases under way, all of which stay on their release. */
	public record CasesOfRelease(String release, int cases) {
	}

	/**
	 * A diagram.
	 *
	 * @param pictures where its two pictures are; null where there is nothing to see
	 */
	public record Drawing(String name, Tag kind, @Nullable String pictures, List<ToldChange> sentences,
			List<Standing> standing) {
	}

	/** One difference in words. */
	public record ToldChange(Tag kind, String words) {
	}

	/**
	 * A step that is touched.
	 *
	 * @param at how much is open there, by release; empty where nothing is
	 */
	public record Standing(String step, Tag kind, List<CasesOfRelease> at) {
	}

	/**
	 * A limit.
	 *
	 * @param before null for a new one
	 * @param after null for one that is gone
	 */
	public record LimitRow(String label, @Nullable String before, @Nullable String after, String source,
			Tag confirmed) {
	}

	/**
	 * Two pictures of one diagram.
	 *
	 * @param before empty where there is none
	 * @param after empty where there is none
	 */
	record BothDrawings(String before, String after, List<Marked> marks) {
	}

	/** An element, by its id in each picture; empty where that has none. */
	record Marked(String kind, String before, String after) {
	}

}
