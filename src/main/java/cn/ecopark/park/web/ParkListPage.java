package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * The register of parks:
 * {@code GET /parks?q=&status=&province=&kind=&sort=&after=&before=}.
 *
 * @param statuses choices of the select, the one meaning "all" (empty value) first; the
 * same for the others
 * @param numbers how many parks there are in each status, for the line on top
 */
public record ParkListPage(String query, List<Choice> statuses, List<Choice> provinces, List<Choice> kinds,
		List<Count> numbers, List<Row> rows, Paging paging, ListTools tools) {

	/** How many parks have a status. */
	public record Count(String label, long number) {
	}

	/**
	 * One park.
	 *
	 * @param underWay what is under way, derived from the open case; null for nothing
	 * @param named date of the title in words, as far as it is known; null before
	 * @param recheckDue year and month the next recheck is due; null before naming
	 */
	public record Row(String id, String url, String name, String province, String kind, Tag status,
			@Nullable Tag underWay, @Nullable String named, @Nullable LocalDate recheckDue) {
	}

}
