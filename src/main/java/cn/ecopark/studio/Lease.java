package cn.ecopark.studio;

import java.time.Instant;

/**
 * Somebody works at a file of a draft.
 *
 * @param endsAt when others may work at it, unless more is heard of the person
 */
public record Lease(String path, long personId, String person, Instant endsAt) {
}
