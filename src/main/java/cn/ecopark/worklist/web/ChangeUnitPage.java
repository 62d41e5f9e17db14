package cn.ecopark.worklist.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * 更换承办单位: {@code GET /cases/{id}/units/{role}}; {@code POST} carries {@code unit} and
 * {@code reason}.
 *
 * @param role what the unit is in the case, in words
 * @param unit the present one
 * @param open names of the steps that wait for it
 * @param reason as typed so far
 */
public record ChangeUnitPage(String caseId, String park, String roleCode, String role, String unit, List<String> open,
		List<Choice> units, String reason, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
