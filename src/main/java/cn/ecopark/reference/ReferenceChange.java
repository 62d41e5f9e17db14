package cn.ecopark.reference;

import java.time.Instant;

/**
 * What somebody has done to a series.
 *
 * @param before what held; empty where nothing did
 * @param after what holds by then; empty where it was taken back
 * @param by name of who did it
 */
public record ReferenceChange(Act act, String before, String after, String source, boolean confirmed, String reason,
		String by, Instant at) {

	/** What was done. */
	public enum Act {

		/** From a day on something else holds. */
		BEGUN,
		/** First day, source or words were put right. */
		CORRECTED,
		/** What was to come does not come. */
		CANCELLED,
		/** Days of the calendar were set. */
		DAYS_SET,
		/** A kind of units, a city or a unit was entered. */
		ENTERED,
		/** A unit ends from a day on. */
		UNIT_ENDS,
		/** A unit goes on after all. */
		UNIT_GOES_ON

	}

}
