package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * The objection form: {@code GET /notices/{id}/objections/new}; {@code POST /notices/{id}/objections} with {@code park},
 * {@code text}, {@code name}, {@code unit}, {@code contact}, {@code submission}.
 *
 * @param parks the parks of the notice to choose from
 * @param answerDays working days within which it is looked into
 */
public record ObjectionPage(String noticeId, String noticeTitle, String noticeUrl, LocalDate closes, int answerDays,
		List<Choice> parks, Entry entry, String submission, List<FieldError> errors) {

	/** What was written so far. */
	public record Entry(String text, String name, String unit, String contact) {

		public static final Entry EMPTY = new Entry("", "", "", "");

	}

	public @Nullable String error(String field) {
		return this.errors.stream().filter((error) -> error.field().equals(field)).map(FieldError::message).findFirst()
			.orElse(null);
	}

}
