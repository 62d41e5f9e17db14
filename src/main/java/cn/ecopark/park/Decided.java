package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/**
 * By what a park has its status.
 *
 * @param under release of the rule pack by which it was decided; null of a decision made
 * on paper and entered later
 * @param on the day of the decision, as far as it is known; null: not known at all
 */
public record Decided(@Nullable ReleaseId under, @Nullable KnownDate on) {
}
