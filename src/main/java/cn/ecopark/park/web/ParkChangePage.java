package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * 园区变更: {@code GET /admin/parks/{id}/changes}; {@code POST} with {@code act}, {@code on},
 * {@code after} or, of the kind, {@code kind}, {@code reference}, {@code reason}.
 */
public record ParkChangePage(String id, String name, List<Choice> acts, List<Choice> kinds, Entry entry,
		List<ParkPage.Event> events, List<FieldError> errors) {

	/** What was typed. */
	public record Entry(String on, String after, String reference, String reason) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
