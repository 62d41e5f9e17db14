package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * The objection form: {@code GET} and {@code POST /notices/{id}/objection} with
 * {@code park}, {@code text}, {@code name}, {@code unit}, {@code contact},
 * {@code submission}. The Office has the same form at
 * {@code /notices/{id}/objections/new}, with {@code channel} and {@code receivedOn}
 * besides.
 *
 * @param action where it is posted
 * @param answerDays working days within which it is answered
 * @param parks the parks of the notice to choose from
 * @param office what the Office says besides; null for the public
 */
public record ObjectionPage(String action, String noticeTitle, String noticeUrl, LocalDate closes, int answerDays,
		List<Choice> parks, Entry entry, @Nullable Office office, String submission, List<FieldError> errors) {

	/** How and when it came in. */
	public record Office(List<Choice> channels, String receivedOn) {
	}

	/** What was written so far. */
	public record Entry(String text, String name, String unit, String contact) {

		public static final Entry EMPTY = new Entry("", "", "", "");

	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
