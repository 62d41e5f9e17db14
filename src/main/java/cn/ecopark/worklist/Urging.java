package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the Office did about a task that its holder does not do.
 *
 * @param itemId the task
 * @param text what was written to the holder, or why
 * @param lastDay until when the holder may answer; only where one was set
 * @param personId who did it
 */
public record Urging(long itemId, Act act, String text, @Nullable LocalDate lastDay, long personId, Instant at) {

	/** What can be done. */
	public enum Act {

		/** 催办: the holder was asked to get on. */
		URGED,
		/** 限期: a last day was set. */
		LAST_DAY,
		/** 视为未答复: the flow went on without an answer. */
		SILENCE,
		/** 改由其他单位承办: another unit has the task from now on. */
		HANDED_OVER

	}

}
