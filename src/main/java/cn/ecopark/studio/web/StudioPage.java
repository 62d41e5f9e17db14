package cn.ecopark.studio.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * All drafts: {@code GET /admin/studio}; {@code POST} begins one of {@code pack} with its
 * {@code title}.
 *
 * @param pack for which a title was typed and refused; null where nothing was
 * @param title as it was typed
 */
public record StudioPage(List<Pack> packs, @Nullable String pack, String title, List<FieldError> errors) {

	/**
	 * A rule pack.
	 *
	 * @param inForce the release in force
	 * @param cases that are not closed, under any release of it
	 */
	public record Pack(String id, String name, String inForce, int cases, List<Row> drafts) {
	}

	/**
	 * A draft.
	 *
	 * @param changed how many files it changes
	 * @param editors who works at it just now
	 */
	public record Row(String url, String title, Tag state, int changed, String editors, String by, ZonedDateTime at) {
	}

	public @Nullable String error(String pack) {
		return pack.equals(this.pack) && !this.errors.isEmpty() ? this.errors.get(0).message() : null;
	}

}
