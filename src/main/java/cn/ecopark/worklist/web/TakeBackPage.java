package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * 撤回: {@code GET /tasks/{id}/take-back}; {@code POST} there carries {@code reason}.
 *
 * @param step that was submitted
 * @param dueOn last day of its limit; null without one
 * @param next names of the steps that came of it
 * @param draftAgain whether the whole case is the park's draft again
 * @param reason as typed so far
 */
public record TakeBackPage(String taskId, String caseId, String park, String step, @Nullable LocalDate dueOn,
		List<String> next, boolean draftAgain, String reason, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
