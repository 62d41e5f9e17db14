package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * One year of the calendar: {@code GET /admin/reference/calendar?of=2026};
 * {@code POST …/days}.
 *
 * @param state whether the year is arranged
 * @param seen number of the last change, sent back with the form
 */
public record CalendarPage(String of, Tag state, long seen, List<Day> days, Form form, List<SeriesPage.Change> changes,
		List<FieldError> errors) {

	/** A day that differs from the plain week. */
	public record Day(LocalDate day, Tag sort, String name, String source) {
	}

	/** The form as it was sent, or as it begins. */
	public record Form(String token, String from, String last, List<Choice> sorts, String name, boolean arranged,
			String source, boolean confirmed, String reason) {
	}

	public @Nullable String error(String field) {
		String id = field + "-0";
		return this.errors.stream()
			.filter(error -> error.field().equals(id))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
