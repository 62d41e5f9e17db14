package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * 机构撤并: {@code GET /admin/reference/unit-ends}; {@code POST …/end} and
 * {@code …/take-back}.
 *
 * @param seen number of the last change, sent back with each form
 */
public record UnitEndsPage(String of, long seen, List<Ended> units, SeriesPage.Form end, SeriesPage.Form takeBack,
		List<SeriesPage.Change> changes, List<FieldError> errors) {

	/**
	 * A unit that ends.
	 *
	 * @param on first day on which it is no more
	 * @param successor name of the unit in its place; null where there is none
	 * @param people names of those who still belong to it, to be moved by the security
	 * administrator
	 * @param left what waits for it still although its day has come
	 */
	public record Ended(String name, Tag state, LocalDate on, @Nullable String successor, String source, Tag confirmed,
			List<String> people, List<String> left) {
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
