package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * The objections to a notice as the Office sees them: {@code GET
 * /notices/{id}/objections}.
 *
 * @param newUrl where another one is entered
 */
public record NoticeObjectionsPage(String noticeTitle, String noticeUrl, String newUrl, List<Row> rows) {

	/**
	 * One objection.
	 *
	 * @param objector who objects, as far as said; nobody but the Office sees it
	 * @param taskUrl where the reader goes on with it; null where it is somebody else's
	 * turn
	 */
	public record Row(String receipt, String park, String channel, LocalDate received, String text, String objector,
			Tag state, String answer, @Nullable String taskUrl) {
	}

}
