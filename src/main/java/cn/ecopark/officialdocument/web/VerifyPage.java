package cn.ecopark.officialdocument.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tone;

/**
 * Whether a document is genuine: {@code GET /verify?q=}, {@code GET /verify/{code}},
 * {@code POST /verify}.
 *
 * @param query what was asked for, empty at first
 * @param outcome null where nothing was asked
 */
public record VerifyPage(String query, @Nullable Outcome outcome, List<FieldError> errors) {

	/**
	 * What was found out.
	 *
	 * @param word for instance 真实
	 * @param text what it means
	 * @param advice what to do now; null for nothing
	 * @param document null where there is none
	 */
	public record Outcome(Tone tone, String icon, String word, String text, @Nullable String advice,
			@Nullable Facts document, List<Signature> signatures) {

		public String css() {
			return this.tone.css();
		}

	}

	/**
	 * What everybody who asks may know of a document.
	 *
	 * @param number null for documents without 发文字号
	 * @param reason why it no longer holds; null while it does
	 * @param replacement null unless superseded
	 * @param fileUrl where everybody fetches it; null where it is not for everybody
	 */
	public record Facts(String code, @Nullable String number, String title, String bodies, LocalDate issuedOn,
			@Nullable String reason, @Nullable Replacement replacement, @Nullable String fileUrl) {
	}

	/**
	 * @param url null where only its code finds it
	 */
	public record Replacement(String title, @Nullable String number, LocalDate issuedOn, @Nullable String url) {
	}

	/**
	 * @param at null where it does not say
	 */
	public record Signature(String signer, @Nullable Instant at, boolean holds) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
