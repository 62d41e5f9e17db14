package cn.ecopark.law;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * 保管期限: for how long the file of a case is kept. There are three
 * (《机关文件材料归档范围和文书档案保管期限规定》, 国家档案局令第8号, 2006); which of them holds for which files, each
 * body fixes by a table that the archive authority approves (档案法实施条例 19), so it is a
 * setting of the pack. Nothing is removed when a period is over: that takes an appraisal
 * (24).
 */
public enum RetentionPeriod {

	/** 永久. */
	PERMANENT(0),

	/** 30年. */
	THIRTY_YEARS(30),

	/** 10年. */
	TEN_YEARS(10);

	/**
	 * Years after which what is kept for ever goes to the archive of the country or the
	 * province (档案法实施条例 20).
	 */
	private static final int HANDED_OVER_AFTER = 20;

	private final int years;

	RetentionPeriod(int years) {
		this.years = years;
	}

	/**
	 * @param closedOn the day on which the case ended
	 * @return the last day on which its file has to be kept: whole years, counted from
	 * the first of January after it ended; empty for what is kept for ever
	 */
	public Optional<LocalDate> lastDay(LocalDate closedOn) {
		return this == PERMANENT ? Optional.empty()
				: Optional.of(LocalDate.of(closedOn.getYear() + this.years, Month.DECEMBER, 31));
	}

	/**
	 * @param closedOn the day on which the case ended
	 * @return the day from which on its file goes to the archive of the country or the
	 * province; empty for what is not kept for ever
	 */
	public Optional<LocalDate> handedOverFrom(LocalDate closedOn) {
		return this == PERMANENT ? Optional.of(closedOn.plusYears(HANDED_OVER_AFTER)) : Optional.empty();
	}

}
