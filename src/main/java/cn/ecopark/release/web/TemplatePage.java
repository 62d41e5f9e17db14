package cn.ecopark.release.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * A template being edited.
 *
 * @param source its markup as shown
 * @param base the release that a change goes on from
 * @param shown what is shown, where that is an earlier text
 */
public record TemplatePage(String url, Head head, String source, String base, @Nullable String shown, String reason,
		List<Place> places, List<Version> history, List<FieldError> errors) {

	/**
	 * What the template is of.
	 *
	 * @param release the one in force
	 * @param waiting the release, not in force yet, whose text is shown; null where it is
	 * that in force
	 */
	public record Head(String label, String release, @Nullable String waiting, String source, Tag confirmed) {
	}

	/**
	 * A placeholder.
	 *
	 * @param inserted what a click puts into the template
	 * @param meaning what kind of value it has
	 */
	public record Place(String label, String inserted, String meaning, String example, boolean optional) {
	}

	/**
	 * An earlier text.
	 *
	 * @param name the release that brought it
	 * @param url under which it is shown, null of the one that is edited
	 */
	public record Version(String name, @Nullable Tag state, ZonedDateTime at, String by, String reason,
			@Nullable String url) {
	}

	/**
	 * @return what is wrong with a field, null if nothing
	 */
	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.reduce((one, other) -> one + " " + other)
			.orElse(null);
	}

}
