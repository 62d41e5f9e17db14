package cn.ecopark.calendar;

import java.time.Instant;

import cn.ecopark.calendar.CaseTime.TimeMovesForward;

/** Moves case time and lets everything happen that falls due on the way, each at its own date. For demonstration and tests only. */
public interface MoveCaseTime {

	/**
	 * @throws TimeMovesForward when the instant lies before the present case time
	 */
	void to(Instant instant);

}
