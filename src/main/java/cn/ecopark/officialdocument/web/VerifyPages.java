package cn.ecopark.officialdocument.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.VerificationFinding;
import cn.ecopark.officialdocument.web.VerifyPage.Replacement;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.signing.SignatureFinding;
import cn.ecopark.web.Wording;
import cn.ecopark.web.view.Tone;

/** Says what was found out about a document. */
@Component
class VerifyPages {

	private final OfficialDocumentWords words;

	private final Wording wording;

	private final Texts texts;

	VerifyPages(OfficialDocumentWords words, Wording wording, Texts texts) {
		this.words = words;
		this.wording = wording;
		this.texts = texts;
	}

	VerifyPage blank() {
		return new VerifyPage("", null, List.of());
	}

	VerifyPage refused(String field, Refusal refusal) {
		return new VerifyPage("", null, List.of(this.words.error(field, refusal)));
	}

	/**
	 * @param query code or number that was asked for
	 */
	VerifyPage asked(String query, VerificationFinding finding) {
		return new VerifyPage(query, outcome(finding, "code", query), List.of());
	}

	VerifyPage judged(VerificationFinding finding) {
		return new VerifyPage("", outcome(finding, "file", ""), List.of());
	}

	private VerifyPage.Outcome outcome(VerificationFinding finding, String by, String query) {
		String key = "officialdocument.verify." + finding.result();
		OfficialDocument document = finding.document();
		return new VerifyPage.Outcome(tone(finding.result()), icon(finding.result()), this.texts.text(key),
				this.texts.text(key + "." + by, query), advice(finding.result(), by),
				document == null ? null : facts(document, finding.replacement()),
				finding.signatures().stream().map(VerifyPages::signature).toList());
	}

	private @Nullable String advice(VerificationFinding.Result result, String by) {
		return switch (result) {
			case GENUINE -> "code".equals(by) ? this.texts.text("officialdocument.verify.compare") : null;
			case ALTERED -> this.texts.text("officialdocument.verify.do-not-use");
			case UNKNOWN -> this.texts.text("officialdocument.verify.look-again." + by);
			case SUPERSEDED, VOIDED -> null;
		};
	}

	private VerifyPage.Facts facts(OfficialDocument document, @Nullable OfficialDocument replacement) {
		return new VerifyPage.Facts(document.code().text(), text(document.number()), document.title(),
				this.wording.list(document.bodyNames()), document.issuedOn(),
				document.standing().reason().isEmpty() ? null : document.standing().reason(),
				replacement == null ? null : replacement(replacement),
				document.isPublic() ? address(document) + "/file" : null);
	}

	private static Replacement replacement(OfficialDocument document) {
		return new Replacement(document.title(), text(document.number()), document.issuedOn(),
				document.isPublic() ? address(document) : null);
	}

	private static String address(OfficialDocument document) {
		return "/verify/" + document.code().text();
	}

	private static VerifyPage.Signature signature(SignatureFinding finding) {
		return new VerifyPage.Signature(finding.signer(), finding.at(), finding.holds());
	}

	private static @Nullable String text(@Nullable DocumentNumber number) {
		return number == null ? null : number.text();
	}

	private static Tone tone(VerificationFinding.Result result) {
		return switch (result) {
			case GENUINE -> Tone.GOOD;
			case SUPERSEDED -> Tone.WARN;
			case VOIDED, ALTERED -> Tone.BAD;
			case UNKNOWN -> Tone.QUIET;
		};
	}

	private static String icon(VerificationFinding.Result result) {
		return switch (result) {
			case GENUINE -> "circle-check";
			case SUPERSEDED -> "alert-triangle";
			case VOIDED, ALTERED -> "alert-circle";
			case UNKNOWN -> "info-circle";
		};
	}

}
