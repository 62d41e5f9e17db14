package cn.ecopark.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Working days by the State Council's yearly arrangements; a year without one counts on plain weekends and is provisional. Periods count
 * from the day after the event and end at 24:00 of their last day.
 */
@Component
public class WorkingDays {

	private static final int LONGEST = 3660;

	private final JdbcClient jdbc;

	private volatile Map<LocalDate, Special> specials = Map.of();

	private volatile Set<Integer> arrangedYears = Set.of();

	WorkingDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Special(boolean working, String name) {
	}

	/** Takes in what was entered since. */
	public synchronized void reload() {
		Map<LocalDate, Special> read = new TreeMap<>();
		this.jdbc.sql("SELECT day, kind, name FROM calendar_day").query(row -> {
			read.put(row.getObject("day", LocalDate.class),
					new Special("WORKDAY".equals(row.getString("kind")), row.getString("name")));
		});
		this.arrangedYears = read.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
		this.specials = Map.copyOf(read);
	}

	public boolean isWorkingDay(LocalDate day) {
		Special special = specials().get(day);
		return special != null ? special.working()
				: day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

	/** @return name of the holiday on that day */
	public Optional<String> holiday(LocalDate day) {
		return Optional.ofNullable(specials().get(day)).filter(special -> !special.working()).map(Special::name);
	}

	/** @return the last day of a period of that many working days which begins with an event on {@code from} */
	public LocalDate plus(LocalDate from, int days) {
		LocalDate day = from;
		int left = days;
		for (int step = 0; left > 0; step++) {
			if (step > LONGEST) {
				throw new IllegalArgumentException("Too many working days: " + days);
			}
			day = day.plusDays(1);
			if (isWorkingDay(day)) {
				left--;
			}
		}
		return day;
	}

	/** @return working days after {@code from} up to and with {@code to}; negative when {@code to} lies before */
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

	/** @return the day itself when it is a working day, else the next one */
	public LocalDate onOrAfter(LocalDate day) {
		return isWorkingDay(day) ? day : plus(day, 1);
	}

	/** @return whether the State Council's arrangement of that year is not known yet */
	public boolean isProvisional(LocalDate day) {
		specials();
		return !this.arrangedYears.contains(day.getYear());
	}

	/** @return 24:00 of that day */
	public static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(CaseTime.ZONE).toInstant();
	}

	private Map<LocalDate, Special> specials() {
		if (this.specials.isEmpty()) {
			reload();
		}
		return this.specials;
	}

}
