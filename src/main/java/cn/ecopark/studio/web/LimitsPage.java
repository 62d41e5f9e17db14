package cn.ecopark.studio.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * The limits of a draft: {@code GET /admin/studio/{draft}/limits}.
 *
 * @param open whether they can be changed
 * @param holder who else works at them just now; null where nobody does
 */
public record LimitsPage(String draftUrl, String title, boolean open, @Nullable String holder, List<Row> rows) {

	/**
	 * One limit.
	 *
	 * @param url where it is changed
	 * @param steps names of the steps that have it
	 */
	public record Row(String url, String key, String label, String term, String remind, String onReturn, String source,
			Tag confirmed, List<String> steps) {
	}

}
