package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * Batches under way and past: {@code GET /batches}.
 *
 * @param waiting cases that wait to be composed, per kind; empty for those who do not
 * compose
 */
public record BatchListPage(List<Waiting> waiting, List<Row> rows, Paging paging, ListTools tools) {

	/**
	 * @param composeUrl normally {@code /batches/new?kind=…}
	 */
	public record Waiting(String kind, String label, int count, @Nullable LocalDate earliestDue, String composeUrl) {
	}

	/**
	 * @param present the present step and who has it; null once closed
	 */
	public record Row(String id, String url, String title, String kind, int parks, Tag state, @Nullable String present,
			LocalDate composed) {
	}

}
