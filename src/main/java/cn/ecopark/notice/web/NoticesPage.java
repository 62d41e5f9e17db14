package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/** All public notices, newest first: {@code GET /notices?q=}. */
public record NoticesPage(String query, List<Row> rows, Paging paging) {

	/**
	 * @param provisional 暂定: the year of the last day is not arranged yet, and it runs
	 * @param daysLeft working days left; null once it is over
	 * @param result what came of it, in words; null while it runs
	 */
	public record Row(String url, String title, LocalDate published, LocalDate closes, boolean provisional, int parks,
			Tag state, @Nullable Integer daysLeft, @Nullable String result) {
	}

}
