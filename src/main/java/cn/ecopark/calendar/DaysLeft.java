package cn.ecopark.calendar;

/**
 * How a limit stands today.
 *
 * @param workingDays working days after today up to and with the last one; 0 on the last
 * day, negative by the working days that have passed since, at least -1
 */
public record DaysLeft(int workingDays) {

	/** The largest number of working days left that counts as {@link State#SOON}. */
	public static final int SOON = 3;

	/** The three lights. */
	public enum State {

		/** The last day is over. */
		OVERDUE,
		/** The last day is today or at most {@link #SOON} working days away. */
		SOON,
		/** There is time. */
		ENOUGH

	}

	public State state() {
		if (this.workingDays < 0) {
			return State.OVERDUE;
		}
		return this.workingDays <= SOON ? State.SOON : State.ENOUGH;
	}

}
