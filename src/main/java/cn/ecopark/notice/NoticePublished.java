package cn.ecopark.notice;

import java.time.LocalDate;

/**
 * A notice was put before the public.
 *
 * @param closesOn last day of its period
 */
public record NoticePublished(String batchId, LocalDate closesOn) {
}
