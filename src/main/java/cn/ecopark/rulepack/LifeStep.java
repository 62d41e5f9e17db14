package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a park.
 *
 * @param stage a diagram, or a name of its own where nothing is drawn
 * @param drawn whether a diagram carries it; a step that is not drawn is what a park goes
 * through in the status that the step before has given it
 * @param gives name of the life status that a park has by it; null where it leaves the
 * park what it is
 * @param doneBy who does it, said as long as it is to come; null where its limit is said
 * instead
 * @param limit key of the limit whose days are said as long as it is to come
 */
public record LifeStep(String stage, String label, String englishLabel, boolean drawn, @Nullable String gives,
		@Nullable Words doneBy, @Nullable String limit) {
}
