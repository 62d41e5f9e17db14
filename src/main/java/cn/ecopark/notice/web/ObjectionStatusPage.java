package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;

/**
 * Progress of an objection: {@code GET /objections?receipt=}.
 *
 * @param receipt what was asked for, empty at first
 * @param found null where nothing was asked for or there is no such number
 */
public record ObjectionStatusPage(String receipt, @Nullable Found found) {

	/**
	 * @param steps received, assigned, looked into, answered
	 * @param answer the answer given to the public; null before
	 * @param documentUrl the document that was issued to the objector; null where there
	 * is none
	 */
	public record Found(String receipt, String park, String noticeTitle, LocalDate received, Tag state,
			List<Step> steps, @Nullable String answer, @Nullable String documentUrl) {
	}

	public boolean missing() {
		return !this.receipt.isBlank() && this.found == null;
	}

}
