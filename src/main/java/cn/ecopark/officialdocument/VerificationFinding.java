package cn.ecopark.officialdocument;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.signing.SignatureFinding;

/**
 * What was found out about a document.
 *
 * @param document null where nothing was found
 * @param replacement the document that took its place; null unless superseded
 * @param signatures of the file that was judged; none where no file was, or it is not as
 * it was issued
 */
public record VerificationFinding(Result result, @Nullable OfficialDocument document,
		@Nullable OfficialDocument replacement, List<SignatureFinding> signatures) {

	static final VerificationFinding UNKNOWN = new VerificationFinding(Result.UNKNOWN, null, null, List.of());

	public VerificationFinding {
		signatures = List.copyOf(signatures);
	}

	/** How it stands with the document. */
	public enum Result {

		/** 真实: issued, and it holds; a file is exactly the one that was issued. */
		GENUINE,
		/** 已被替代: issued, but another document took its place. */
		SUPERSEDED,
		/** 已作废: issued, but voided. */
		VOIDED,
		/**
		 * 内容被改动: the file bears the code of a document but is not the file that was
		 * issued.
		 */
		ALTERED,
		/** 查无此件: nothing of the kind was issued, or only its code finds it. */
		UNKNOWN

	}

}
