package cn.ecopark.studio.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * How to work at a draft with the desktop Modeler: {@code GET
 * /admin/studio/{draft}/desktop}; {@code POST …/tokens} with {@code name} and
 * {@code days} makes a token, {@code POST …/tokens/{id}/end} ends it, {@code GET
 * …/files/{file}} hands a diagram or form out, {@code GET …/element-templates.json} what
 * can be chosen.
 *
 * @param address what is entered as REST endpoint
 * @param made the token that was made just now, which is not shown again; null for none
 * @param name as it was typed
 */
public record DesktopPage(String url, String draftUrl, String title, boolean open, String address, List<File> diagrams,
		List<File> forms, List<Token> tokens, @Nullable String made, String name, List<Choice> days,
		List<FieldError> errors) {

	/** A file to be fetched. */
	public record File(String name, String file, String url) {
	}

	/**
	 * A token of the reader.
	 *
	 * @param ended whether its time is over
	 * @param lastUsed null where it was not used yet
	 */
	public record Token(String id, String name, ZonedDateTime endsAt, boolean ended, @Nullable ZonedDateTime lastUsed) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
