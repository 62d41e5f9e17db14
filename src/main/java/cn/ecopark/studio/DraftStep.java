package cn.ecopark.studio;

import java.time.Instant;

/**
 * A file that was saved in a draft.
 *
 * @param number counted in the draft; what an editor has seen goes by it
 * @param undone whether it does not hold, and can be done again
 */
public record DraftStep(int number, String path, Instant at, String person, boolean undone) {
}
