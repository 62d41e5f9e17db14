package cn.ecopark.web.view;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A point that was to be corrected, and what was answered.
 *
 * @param subject what it is about; null for the whole
 * @param answer null where there is none
 */
public record CorrectionLine(int number, @Nullable String subject, String remark, String by, LocalDateTime at,
		Tag state, @Nullable String answer, @Nullable LocalDateTime answeredAt) {
}
