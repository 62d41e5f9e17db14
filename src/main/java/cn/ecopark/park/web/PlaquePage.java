package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.park.Plaque;
import cn.ecopark.web.view.FieldError;

/**
 * 授牌: {@code GET /parks/{id}/plaque}; {@code POST} with {@code on}, {@code place},
 * {@code by} and, where one is on record, {@code why}.
 *
 * @param recorded what is on record; null for nothing
 */
public record PlaquePage(String id, String name, @Nullable Plaque recorded, Entry entry, List<FieldError> errors) {

	/** What was typed. */
	public record Entry(String on, String place, String by, String why) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
