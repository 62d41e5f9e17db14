package cn.ecopark.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.shared.Change;
import cn.ecopark.shared.NodeMemory;

/**
 * Working days by the State Council's yearly arrangements; in a year without one the days
 * fixed by law are off, weekends are plain, and dates are provisional (暂定). Periods count
 * from the day after the event and end at 24:00 of their last day.
 */
@Component
public class WorkingDays {

	/**
	 * How long a node that cannot be told may go on counting by an arrangement that was
	 * changed at another.
	 */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final String HOLD = "SELECT pg_advisory_xact_lock_shared(hashtext('working days'))";

	private static final String VERSION = "SELECT version FROM calendar_version";

	private static final int LONGEST = 2600;

	private static final Map<LocalDate, String> STATUTORY = StatutoryDays.read();

	private final JdbcClient jdbc;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private volatile Arrangements arrangements;

	/**
	 * @param reference loaded before the first day is counted
	 */
	WorkingDays(JdbcClient jdbc, CalendarReference reference) {
		this.jdbc = jdbc;
		this.arrangements = read();
	}

	private record Special(boolean working, String name) {
	}

	/**
	 * The days as they were read at one time.
	 *
	 * @param readAt when reading began, by {@link System#nanoTime()}
	 */
	private record Arrangements(long version, Map<LocalDate, Special> specials, Set<Integer> years, long readAt) {

		boolean isFresh() {
			return System.nanoTime() - this.readAt < FRESH.toNanos();
		}

		boolean isAfter(Arrangements other) {
			return this.readAt - other.readAt > 0;
		}

	}

	/**
	 * Lets nobody change the calendar until the transaction ends, and counts by it as it
	 * is now. Whoever counts a date that is kept does this first; a date that is only
	 * shown may be a minute behind.
	 */
	public void hold() {
		if (TransactionSynchronizationManager.hasResource(this)) {
			return;
		}
		this.jdbc.sql(HOLD).query().singleRow();
		if (this.jdbc.sql(VERSION).query(Long.class).single() != this.arrangements.version()) {
			reload();
		}
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.bindResource(this, HOLD);
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					TransactionSynchronizationManager.unbindResourceIfPossible(WorkingDays.this);
				}
			});
		}
	}

	/**
	 * @return as {@link #plus}, for a date that is kept
	 */
	public LocalDate lastDay(LocalDate from, int days) {
		hold();
		return plus(from, days);
	}

	/**
	 * @return as {@link #plus}, for a date that is kept
	 */
	public LocalDate lastDay(LocalDate from, Term term) {
		hold();
		return plus(from, term);
	}

	@EventListener
	void told(Change change) {
		if (change.isOf(Change.Topic.CALENDAR)) {
			reload();
		}
	}

	/** Takes in at once what an administrator has entered. */
	public void reload() {
		keep(read());
	}

	/** Of two readings at once, the one that began later stays, whichever ends first. */
	private synchronized void keep(Arrangements read) {
		if (read.isAfter(this.arrangements)) {
			this.arrangements = read;
		}
	}

	private Arrangements read() {
		long begun = System.nanoTime();
		long version = this.jdbc.sql(VERSION).query(Long.class).single();
		Set<Integer> years = Set.copyOf(this.jdbc.sql("SELECT year FROM calendar_year").query(Integer.class).list());
		Map<LocalDate, Special> specials = new HashMap<>();
		STATUTORY.forEach((day, name) -> {
			if (!years.contains(day.getYear())) {
				specials.put(day, new Special(false, name));
			}
		});
		this.jdbc.sql("SELECT day, kind, name FROM calendar_day").query((row) -> {
			Special special = new Special("WORKDAY".equals(row.getString("kind")), row.getString("name"));
			specials.put(row.getObject("day", LocalDate.class), special);
		});
		return new Arrangements(version, specials, years, begun);
	}

	private Arrangements current() {
		if (!this.arrangements.isFresh()) {
			reload();
		}
		return this.arrangements;
	}

	public boolean isWorkingDay(LocalDate day) {
		Special special = current().specials().get(day);
		return special != null ? special.working()
				: day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

	/**
	 * @return whether a limit that ends on that day may end on another once the year is
	 * arranged
	 */
	public boolean isProvisional(LocalDate lastDay) {
		return !current().years().contains(lastDay.getYear());
	}

	/**
	 * @return the days that are off by law in years without an arrangement
	 */
	public static Set<LocalDate> statutory() {
		return STATUTORY.keySet();
	}

	/**
	 * @return name of the holiday on that day
	 */
	public Optional<String> holiday(LocalDate day) {
		return Optional.ofNullable(current().specials().get(day))
			.filter((special) -> !special.working())
			.map(Special::name);
	}

	/**
	 * @return the last day of a period of that many working days which begins with an
	 * event on {@code from}
	 */
	public LocalDate plus(LocalDate from, int days) {
		if (days < 0 || days > LONGEST) {
			throw new IllegalArgumentException("Not a number of working days: " + days);
		}
		LocalDate day = from;
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (isWorkingDay(day)) {
				left--;
			}
		}
		return day;
	}

	/**
	 * @return the last day of a term that begins with an event on {@code from}
	 */
	public LocalDate plus(LocalDate from, Term term) {
		return term.isInMonths() ? onOrAfter(from.plusMonths(term.amount())) : plus(from, term.days());
	}

	/**
	 * @return working days after {@code from} up to and with {@code to}; negative when
	 * {@code to} lies before
	 */
	public int between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			return -between(to, from);
		}
		int count = 0;
		for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
			if (isWorkingDay(day)) {
				count++;
			}
		}
		return count;
	}

	/**
	 * @return working days after today up to and with the last one; 0 on the last day,
	 * negative by the working days that have passed since, at least -1: a limit missed on
	 * Friday is overdue on Saturday
	 */
	public int left(LocalDate today, LocalDate lastDay) {
		int days = between(today, lastDay);
		return today.isAfter(lastDay) ? Math.min(days, -1) : days;
	}

	/**
	 * @return the day itself when it is a working day, else the next one
	 */
	public LocalDate onOrAfter(LocalDate day) {
		return isWorkingDay(day) ? day : plus(day, 1);
	}

	/**
	 * @return 24:00 of that day: the first instant that is too late
	 */
	public static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(CaseTime.ZONE).toInstant();
	}

}
