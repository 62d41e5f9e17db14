package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 园区合并: one park has become part of another.
 *
 * @param parkId the one that ended
 * @param into the one that goes on
 * @param on from which day on
 * @param reference the official document by which it was merged
 * @param title what officials have decided on the title of the one that ended, and by
 * what; null until they have
 */
public record ParkMerger(long parkId, long into, LocalDate on, String reference, String reason,
		@Nullable TitleDecided title) {

	/** What was decided on the title and its dates. */
	public record TitleDecided(String words, String reference) {
	}

}
