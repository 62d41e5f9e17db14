package cn.ecopark.organisation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * The first administrator of an empty installation: {@code POST /first-administrator}
 * with {@code code}, {@code name}, {@code username}, {@code password}, {@code repeated}.
 */
public record FirstAdministratorPage(String name, String username, int shortestPassword, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
