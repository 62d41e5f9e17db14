package cn.ecopark.casefile.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * 中止、恢复办理: {@code GET /cases/{id}/suspension}. {@code POST} there carries {@code ground},
 * {@code document} and {@code reason}; to {@code take-up} below it {@code reason}.
 *
 * @param standsStill in words, since when and why; null where the case goes on
 * @param grounds of the day
 * @param sources where each ground is laid down, in their order
 * @param document and
 * @param reason as typed so far
 */
public record SuspensionPage(String caseId, String park, @Nullable String standsStill, List<Choice> grounds,
		List<String> sources, String document, String reason, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
