package cn.ecopark.organisation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * By which a program acts for somebody. What it sends is told once, when it is made.
 *
 * @param name what its owner calls it
 * @param endsAt from when on it is refused
 * @param lastUsed to the minute; null where it was not yet
 */
public record AccessToken(UUID id, String name, Instant madeAt, Instant endsAt, @Nullable Instant lastUsed) {

	public boolean hasEnded(Instant now) {
		return !this.endsAt.isAfter(now);
	}

}
