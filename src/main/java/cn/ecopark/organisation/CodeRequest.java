package cn.ecopark.organisation;

import java.time.Instant;

/**
 * A one-time code that one administrator has asked for and another has to confirm.
 *
 * @param askedBy who cannot confirm it
 */
public record CodeRequest(long id, long personId, long askedBy, Instant askedAt) {
}
