package cn.ecopark.web.view;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decided and wrote.
 *
 * @param role what they did it as, for instance 主办; null where the unit says enough
 * @param result label of the outcome
 * @param audience who else reads it, in words; null where it need not be said
 */
public record OpinionLine(String unit, String person, @Nullable String role, Tag result, LocalDateTime at, String text,
		@Nullable String audience) {
}
