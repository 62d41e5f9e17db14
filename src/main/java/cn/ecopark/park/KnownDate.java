package cn.ecopark.park;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known: a day, a month or a year. Decisions of the paper past are
 * often known to the year only.
 *
 * @param text ISO 8601: {@code 2019-07-05}, {@code 2008-03} or {@code 2010}
 */
public record KnownDate(String text) implements Comparable<KnownDate> {

	private static final int YEAR = 4;

	private static final int MONTH = 7;

	public KnownDate {
		try {
			firstDay(text);
		}
		catch (DateTimeParseException problem) {
			throw new IllegalArgumentException("Not a date, a month or a year: " + text, problem);
		}
	}

	public static KnownDate of(LocalDate date) {
		return new KnownDate(date.toString());
	}

	/** Null where nothing is known. */
	public static @Nullable KnownDate orNull(@Nullable String text) {
		return text == null || text.isBlank() ? null : new KnownDate(text.strip());
	}

	/** The first day it can have been. */
	public LocalDate earliest() {
		return firstDay(this.text);
	}

	/** True if the very day is known. */
	public boolean isExact() {
		return this.text.length() > MONTH;
	}

	private static LocalDate firstDay(String text) {
		return switch (text.length()) {
			case YEAR -> Year.parse(text).atDay(1);
			case MONTH -> YearMonth.parse(text).atDay(1);
			default -> LocalDate.parse(text);
		};
	}

	@Override
	public int compareTo(KnownDate other) {
		return this.text.compareTo(other.text);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
