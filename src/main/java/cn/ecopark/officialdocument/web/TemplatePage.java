package cn.ecopark.officialdocument.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * A template being edited.
 *
 * @param source its markup as shown
 * @param base the version in force, which a new one follows
 * @param shown the version shown, where that is an earlier one
 */
public record TemplatePage(String url, Head head, String source, int base, @Nullable String shown, String reason,
		List<Place> places, List<Version> history, List<FieldError> errors) {

	/** What the template is of. */
	public record Head(String label, String pack, String version, String source, Tag confirmed) {
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
	 * A version in the history.
	 *
	 * @param url under which it is shown, null of the one in force
	 */
	public record Version(String name, @Nullable ZonedDateTime savedAt, String savedBy, String reason,
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
