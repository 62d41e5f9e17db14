package cn.ecopark.organisation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * Setting a password with a one-time code: {@code POST /sign-in/code} with
 * {@code username}, {@code code}, {@code password}, {@code repeated}.
 */
public record CodePage(String username, int shortestPassword, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
