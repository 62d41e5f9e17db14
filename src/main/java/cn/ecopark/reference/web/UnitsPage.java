package cn.ecopark.reference.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * Who may take part: {@code GET /admin/reference/units}; {@code POST …/kinds},
 * {@code …/cities} and {@code …/units}.
 *
 * @param seen number of the last change, sent back with each form
 * @param kinds with how many units there are of each
 */
public record UnitsPage(String of, long seen, List<Kind> kinds, List<Cities> cities, SeriesPage.Form kind,
		SeriesPage.Form city, SeriesPage.Form unit, List<SeriesPage.Change> changes, List<FieldError> errors) {

	/**
	 * A kind of units.
	 *
	 * @param level what its units may do
	 */
	public record Kind(String label, String code, String level, int units) {
	}

	/** The cities of one province. */
	public record Cities(String province, String cities) {
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
