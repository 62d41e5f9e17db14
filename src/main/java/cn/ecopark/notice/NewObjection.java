package cn.ecopark.notice;

import java.time.LocalDate;

import cn.ecopark.notice.Objection.Channel;

/**
 * An objection as it comes in.
 *
 * @param noticeId the notice it is about
 * @param caseId the park's case
 * @param receivedOn when it came in
 * @param submission token of the page; the same token twice is the same objection
 */
public record NewObjection(String noticeId, String caseId, Channel channel, String text, Objection.Objector objector,
		LocalDate receivedOn, String submission) {
}
