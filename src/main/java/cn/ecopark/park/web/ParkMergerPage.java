package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * 园区合并: {@code GET /admin/parks/{id}/merger}; {@code POST} with {@code into}, {@code on},
 * {@code reference}, {@code reason}; {@code POST …/title} with {@code title}, and
 * {@code POST …/take-back}, both with {@code reference} and {@code reason}.
 *
 * @param merged null of a park that goes on
 * @param form which form was sent and refused: {@code merge}, {@code title} or
 * {@code take-back}; errors are at its fields
 */
public record ParkMergerPage(String id, String name, @Nullable Merged merged, List<Choice> others, String form,
		Entry entry, List<FieldError> errors) {

	/**
	 * @param title what was decided on its title, with the document; null until it is
	 */
	public record Merged(String into, LocalDate on, String reference, String reason, @Nullable String title) {
	}

	/** What was typed. */
	public record Entry(String on, String title, String reference, String reason) {
	}

	public @Nullable String error(String ofForm, String field) {
		return !ofForm.equals(this.form) ? null
				: this.errors.stream()
					.filter((error) -> error.field().equals(field))
					.map(FieldError::message)
					.findFirst()
					.orElse(null);
	}

	public Entry entry(String ofForm) {
		return ofForm.equals(this.form) ? this.entry : new Entry("", "", "", "");
	}

}
