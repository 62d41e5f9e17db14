package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

/**
 * A decision that made the park what it is.
 *
 * @param lifeStatus what the park has been since
 * @param decidedOn as far as it is known, null: not known at all
 * @param paperPast true of a decision made on paper and entered later
 * @param note what is doubtful about it
 * @param source where it was read
 */
public record ParkEvent(LifeStatus lifeStatus, @Nullable KnownDate decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable String note,
		@Nullable String source) {
}
