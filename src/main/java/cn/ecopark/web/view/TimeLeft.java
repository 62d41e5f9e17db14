package cn.ecopark.web.view;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The traffic light of a limit.
 *
 * @param due last day of the limit; null where the step has none
 * @param workingDays working days left, 0 on the last day, negative once it is over
 * @param stopped whether the clock stands still
 * @param provisional 暂定: the year of the last day is not arranged yet
 */
public record TimeLeft(@Nullable LocalDate due, int workingDays, boolean stopped, boolean provisional) {

	private static final int SOON = 3;

	/** The four lights, and none. */
	public enum State {

		OVERDUE, SOON, ENOUGH, STOPPED, NONE

	}

	public static TimeLeft none() {
		return new TimeLeft(null, 0, false, false);
	}

	public static TimeLeft until(LocalDate due, int workingDays) {
		return new TimeLeft(due, workingDays, false, false);
	}

	/** The limit does not run; so many working days were left. */
	public static TimeLeft stopped(int workingDays) {
		return new TimeLeft(null, workingDays, true, false);
	}

	public TimeLeft provisionally(boolean unarranged) {
		return new TimeLeft(this.due, this.workingDays, this.stopped, unarranged);
	}

	public State state() {
		if (this.stopped) {
			return State.STOPPED;
		}
		if (this.due == null) {
			return State.NONE;
		}
		if (this.workingDays < 0) {
			return State.OVERDUE;
		}
		return this.workingDays <= SOON ? State.SOON : State.ENOUGH;
	}

	public boolean overdue() {
		return state() == State.OVERDUE;
	}

	public String css() {
		return "light-" + state().name().toLowerCase(Locale.ROOT);
	}

	/** Working days past the limit, as a positive number. */
	public int late() {
		return -this.workingDays;
	}

}
