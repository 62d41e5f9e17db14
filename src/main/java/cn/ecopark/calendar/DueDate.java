package cn.ecopark.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of a period counted in working days.
 *
 * @param lastDay the last day on which something can be done in time; what people are
 * shown
 * @param provisional whether the period reaches a year whose holidays are not arranged
 * yet
 */
public record DueDate(LocalDate lastDay, boolean provisional) {

	/**
	 * @return 24:00 of the last day: the first instant that is too late
	 */
	public Instant end() {
		return this.lastDay.plusDays(1).atStartOfDay(CaseTime.ZONE).toInstant();
	}

}
