package cn.ecopark.organisation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * The fields about a person: {@code name}, {@code unit}, one {@code role} per role, and
 * for experts {@code field}, {@code employer}, {@code title}. {@code POST /admin/people}
 * enters one with {@code username} besides, {@code POST /admin/people/{id}} changes one
 * with {@code reason} and {@code version}.
 */
public record PersonFields(Entry entry, List<Group> units, List<Choice> roles, List<FieldError> errors) {

	/** What was typed, or what holds. */
	public record Entry(String username, String name, String field, String employer, String title, String reason) {

		static final Entry EMPTY = new Entry("", "", "", "", "", "");

	}

	/** Units of one kind. */
	public record Group(String label, List<Choice> units) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
