package cn.ecopark.studio.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.studio.LimitEntry;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * One limit of a draft: {@code GET /admin/studio/{draft}/limits/{key}}; {@code POST}
 * saves it, {@code …/limits} a new one with its {@code key}.
 *
 * @param seen step that the form was made of
 * @param added whether it is a new one
 * @param open whether it can be changed
 * @param holder who else works at the limits just now; null where nobody does
 * @param steps names of the steps that have it
 */
public record LimitPage(String url, String limitsUrl, String title, int seen, boolean added, boolean open,
		@Nullable String holder, LimitEntry form, List<Choice> units, List<Choice> returns, List<String> steps,
		List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
