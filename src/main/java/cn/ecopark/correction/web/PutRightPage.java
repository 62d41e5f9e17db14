package cn.ecopark.correction.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * Putting one official document right: {@code GET /papers/{code}}.
 *
 * @param facts number, bodies, date, code
 * @param back where one comes from: the register for the Office, for others the case or
 * the batch; null for neither
 * @param links where it stands: its file, its verification, its case or batch, what it
 * replaced and what replaced it
 * @param proposals all there were, the newest first
 * @param forms what the reader may propose; null for nothing
 * @param errors of what was typed last
 */
public record PutRightPage(String code, String title, Tag state, @Nullable Link back, List<Fact> facts,
		List<Link> links, List<Proposal> proposals, @Nullable Forms forms, List<FieldError> errors) {

	/** One line of the register. */
	public record Fact(String label, String value) {
	}

	/** A place where the document stands, or another document. */
	public record Link(String label, String name, String url) {
	}

	/**
	 * One proposal.
	 *
	 * @param lines what is proposed and why, in words
	 * @param bodies what each body that issued the document says
	 * @param previewUrl the document as it would go out; null where there will be none
	 * @param asked whether the reader's body has still to speak
	 * @param own whether the reader may take it back
	 * @param word what the reader typed
	 */
	public record Proposal(long id, String title, Tag state, List<Fact> lines, List<Body> bodies,
			@Nullable String previewUrl, boolean asked, boolean own, String word) {
	}

	/**
	 * @param words empty for none
	 */
	public record Body(String name, Tag word, String words) {
	}

	/**
	 * What may be proposed.
	 *
	 * @param remakable whether the document can be made anew
	 * @param alone whether it is done at once, since nobody else has to agree
	 * @param bodies names of those who have to agree
	 */
	public record Forms(boolean remakable, boolean alone, String bodies, Typed typed, LocalDate today) {
	}

	/** What was typed. */
	public record Typed(String issuedOn, String mistake, String reason, String voidReason) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
