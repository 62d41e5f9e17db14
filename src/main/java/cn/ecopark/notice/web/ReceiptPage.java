package cn.ecopark.notice.web;

import java.time.LocalDateTime;

/**
 * Shown once after an objection came in.
 *
 * @param receipt number with which its progress can be asked for
 * @param answerDays working days within which it is answered
 */
public record ReceiptPage(String receipt, String park, String noticeTitle, String noticeUrl, LocalDateTime at,
		int answerDays) {
}
