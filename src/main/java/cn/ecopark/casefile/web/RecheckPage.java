package cn.ecopark.casefile.web;

import java.util.List;

import cn.ecopark.web.view.Tag;

/**
 * The parks whose recheck falls due: {@code GET /rechecks}. The chosen ones are posted
 * there as {@code park}, once for each.
 *
 * @param kind what the procedure is called by the pack in force
 * @param about what it consists of
 * @param year the year in which they fall due
 */
public record RecheckPage(String kind, String about, int year, List<Row> rows) {

	/**
	 * One park.
	 *
	 * @param named when it was named, as far as it is known
	 * @param due when the recheck falls due, in words
	 * @param busy whether none can begin now, because a case of it is open or it is too
	 * early
	 */
	public record Row(long id, String url, String name, List<String> meta, String named, String due, Tag state,
			boolean busy) {
	}

}
