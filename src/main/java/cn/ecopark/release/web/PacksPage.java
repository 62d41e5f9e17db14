package cn.ecopark.release.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * All releases of all rule packs: {@code GET /admin/packs}; {@code POST} sends a release
 * as {@code file} with its {@code reason}.
 *
 * @param waiting how many releases somebody has to look at
 * @param reason as it was typed with a release that could not be taken
 */
public record PacksPage(List<Pack> packs, int waiting, String reason, List<FieldError> errors) {

	/**
	 * One pack, its newest release first.
	 *
	 * @param source its official text, and from when on new cases go by it
	 */
	public record Pack(String name, String source, List<Row> releases) {
	}

	/**
	 * One release.
	 *
	 * @param cases that are not closed and are carried out under it
	 * @param at when it came into its present state
	 * @param by whose act that was; null where it was the system's
	 */
	public record Row(String url, String id, Tag state, String origin, int cases, ZonedDateTime at,
			@Nullable String by) {
	}

	/**
	 * @return what is wrong with a field, null if nothing
	 */
	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
