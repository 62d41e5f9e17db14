package cn.ecopark.demo.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * The date of the demonstration: {@code POST /demo/clock} with {@code date}; it moves
 * forward only.
 *
 * @param nextWorkingDay proposed by one click
 * @param coming what falls due next, soonest first
 * @param moved what happened on the last move; null before
 */
public record ClockPage(LocalDate today, LocalDate nextWorkingDay, List<Due> coming, @Nullable Moved moved,
		String submission, List<FieldError> errors) {

	/** A date on which something happens by itself, to be chosen by one click. */
	public record Due(LocalDate on, String what, String where) {
	}

	/** What happened on the way. */
	public record Moved(LocalDate from, LocalDate to, List<Due> happened) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
