package cn.ecopark.worklist;

import java.time.LocalDate;

/** The timers that the engine has for the limit of a task. */
public interface StepTimers {

	/**
	 * The limit ends on another day, and so do all timers that end with it; a reminder
	 * that has not come yet comes by the new count. A note of the end that has been given
	 * is given again when the new day is over.
	 * @param item as it was
	 * @param began the day its limit is counted from
	 * @param lastDay the new last day
	 */
	void move(WorkItem item, LocalDate began, LocalDate lastDay);

}
