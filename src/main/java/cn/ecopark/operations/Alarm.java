package cn.ecopark.operations;

import java.util.Locale;

/** What an operator is woken for; {@code docs/operating.md} says what to do then. */
public enum Alarm {

	/** Work of the queue has failed for good. */
	GIVEN_UP,
	/** Work waits in the background for too long. */
	QUEUE,
	/** Steps of flows have failed for good. */
	STEPS,
	/** Steps or timers of flows are late. */
	TIMERS,
	/** Entries of the audit are not sealed. */
	SEALS,
	/** A place outside is not told of seals. */
	PLACES,
	/** Work list and engine differ. */
	WORK_LIST,
	/** Judging a file takes too long. */
	GATE,
	/** Too many wait for a connection to the database. */
	POOL;

	/**
	 * @return whether it goes by a time, in seconds, and not by a number
	 */
	public boolean isTime() {
		return this == QUEUE || this == SEALS || this == PLACES || this == GATE;
	}

	/**
	 * @return name in health and metrics
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * @return key of its words
	 */
	public String words() {
		return "operations.alarm." + code();
	}

}
