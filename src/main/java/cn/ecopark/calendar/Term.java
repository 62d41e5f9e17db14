package cn.ecopark.calendar;

/**
 * How long somebody has for something: so many working days, or so many months of the
 * calendar. A term begins with an event and ends at 24:00 of its last day.
 */
public final class Term {

	private final int amount;

	private final boolean months;

	private Term(int amount, boolean months) {
		if (amount < 1) {
			throw new IllegalArgumentException("Not a term: " + amount);
		}
		this.amount = amount;
		this.months = months;
	}

	/** Working days, counted from the day after the event. */
	public static Term ofDays(int days) {
		return new Term(days, false);
	}

	/**
	 * Months of the calendar: they end on the day that has the number of the day of the
	 * event, or on the next working day after it (民法典 201, 202, 203).
	 */
	public static Term ofMonths(int months) {
		return new Term(months, true);
	}

	public boolean isInMonths() {
		return this.months;
	}

	/**
	 * @return working days or months
	 */
	public int amount() {
		return this.amount;
	}

	/**
	 * @throws IllegalStateException of a term in months, of which nobody can say how many
	 * working days it has before it begins
	 */
	public int days() {
		if (this.months) {
			throw new IllegalStateException("A term of months: " + this.amount);
		}
		return this.amount;
	}

	/**
	 * @return key of the message that says how long it is, with the amount as its
	 * argument
	 */
	public String messageKey() {
		return this.months ? "calendar.term.months" : "calendar.term.days";
	}

	/**
	 * @return as drawings and documents say it
	 */
	public String inChinese() {
		return this.amount + (this.months ? "个月" : "个工作日");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Term term && term.amount == this.amount && term.months == this.months;
	}

	@Override
	public int hashCode() {
		return this.months ? -this.amount : this.amount;
	}

	@Override
	public String toString() {
		return inChinese();
	}

}
