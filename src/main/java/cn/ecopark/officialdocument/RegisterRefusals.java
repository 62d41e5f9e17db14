package cn.ecopark.officialdocument;

import cn.ecopark.shared.Refusal;

/** Why the register of documents refuses something. */
public final class RegisterRefusals {

	private RegisterRefusals() {
	}

	/** There is no such document, or the reader may not know of it. */
	public static final class OfficialDocumentNotFound extends Refusal {

		public OfficialDocumentNotFound() {
			super("officialdocument.not-found");
		}

	}

	/** The document has been superseded or voided before. */
	public static final class OfficialDocumentPutAside extends Refusal {

		public OfficialDocumentPutAside() {
			super("officialdocument.put-aside");
		}

	}

	/**
	 * Another document that holds bears the number, or the number is not taken or void.
	 */
	public static final class NumberNotForDocument extends Refusal {

		public NumberNotForDocument(DocumentNumber number) {
			super("officialdocument.number-not-for-paper", number.text());
		}

	}

	/** Documents are put aside with a reason of 2 to 200 characters. */
	public static final class StandingReasonMissing extends Refusal {

		public StandingReasonMissing() {
			super("officialdocument.standing-reason-missing");
		}

	}

	/** Too much was asked from one address. */
	public static final class TooManyChecks extends Refusal {

		public TooManyChecks() {
			super("officialdocument.too-many-checks");
		}

	}

	/** Nothing was sent to be verified. */
	public static final class FileMissing extends Refusal {

		public FileMissing() {
			super("officialdocument.file-missing");
		}

	}

	/** What was sent to be verified is larger than any document. */
	public static final class FileTooLarge extends Refusal {

		public FileTooLarge(long megabytes) {
			super("officialdocument.file-too-large", Long.toString(megabytes));
		}

	}

}
