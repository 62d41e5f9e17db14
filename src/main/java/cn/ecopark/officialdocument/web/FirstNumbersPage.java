package cn.ecopark.officialdocument.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * The series and where their counts begin: {@code GET /admin/numbers}.
 *
 * @param entry what was typed
 */
public record FirstNumbersPage(List<Series> series, List<NumbersPage.Count> counts, List<Choice> codes, Entry entry,
		List<FieldError> errors) {

	/**
	 * @param validity when it is given
	 */
	public record Series(String code, String label, String body, String validity, String source, boolean confirmed) {
	}

	/** What was typed. */
	public record Entry(String series, String year, String first) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
