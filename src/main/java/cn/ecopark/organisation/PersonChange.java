package cn.ecopark.organisation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of an account.
 *
 * @param before what it was, in words; empty where there is nothing to compare
 * @param after what it is, in words
 * @param by name of whoever did it
 * @param with name of the second administrator, null where it took one
 */
public record PersonChange(long id, Act act, String before, String after, String reason, String by,
		@Nullable String with, Instant at) {

	/** What was done to it. */
	public enum Act {

		/** Name, unit, roles or field were changed. */
		CHANGED,
		/** 停用. */
		CLOSED,
		/** 启用. */
		REOPENED,
		/** The password ended, a one-time code was issued. */
		CODE_ISSUED,
		/** The person has changed the password. */
		PASSWORD_CHANGED

	}

}
