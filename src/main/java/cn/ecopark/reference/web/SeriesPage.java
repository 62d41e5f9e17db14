package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * One series: {@code GET /admin/reference/{kind}?of=…}; {@code POST …/begin},
 * {@code …/correct} and {@code …/cancel}.
 *
 * @param seen number of the last change, sent back with each form
 * @param begin the form for an entry from some day on
 */
public record SeriesPage(String kind, String of, String title, String lead, String url, long seen, List<Entry> entries,
		Form begin, List<Change> changes, List<FieldError> errors) {

	/**
	 * One entry.
	 *
	 * @param lastDay the last day on which it holds; null until further notice
	 * @param correct the form that puts it right
	 * @param cancellable whether its time has not begun
	 */
	public record Entry(String told, @Nullable LocalDate from, @Nullable LocalDate lastDay, String source,
			Tag confirmed, Tag state, Form correct, boolean cancellable) {
	}

	/**
	 * A form as it was sent, or as it begins.
	 *
	 * @param id what stands after the names of its fields, and the entry it is for; 0 for
	 * a new one
	 * @param fixed whether the words stay
	 * @param open whether it was sent and refused
	 */
	public record Form(long id, String token, List<Input> words, String from, String source, boolean confirmed,
			String reason, boolean fixed, boolean open) {
	}

	/**
	 * A word of an entry.
	 *
	 * @param choices empty where it is typed
	 */
	public record Input(String name, String label, String value, List<Choice> choices, boolean required) {
	}

	/** What somebody has done. */
	public record Change(String act, String by, ZonedDateTime at, String before, String after, String source,
			Tag confirmed, String reason) {
	}

	public @Nullable String error(String field, long form) {
		String id = field + "-" + form;
		return this.errors.stream()
			.filter(error -> error.field().equals(id))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
