package cn.ecopark.officialdocument.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * Numbers that were given:
 * {@code GET /documents/numbers?series=&year=&state=&after=&before=}.
 *
 * @param counts how far each series has come
 * @param reservable series of which a number may be reserved today
 * @param reason what was typed as the reason of a reservation
 */
public record NumbersPage(List<Choice> series, List<Choice> years, List<Choice> states, List<Count> counts,
		List<Row> rows, Paging paging, List<Choice> reservable, String reason, List<FieldError> errors) {

	/**
	 * @param subject what it was taken or reserved for
	 * @param documentUrl file of the document that bears it; null where none does
	 * @param note why it is void; null while it is not
	 * @param annul how it is voided; null where it cannot be
	 */
	public record Row(String number, String subject, @Nullable String documentUrl, LocalDate on, String by, Tag state,
			@Nullable String note, @Nullable Action annul) {
	}

	/**
	 * @param before numbers used on paper before the system, for instance 1–59; null for
	 * none
	 */
	public record Count(String series, String year, @Nullable String before, int last) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
