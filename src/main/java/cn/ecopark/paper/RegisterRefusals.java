package cn.ecopark.paper;

import cn.ecopark.shared.Refusal;

/** Why the register of papers refuses something. */
public final class RegisterRefusals {

	private RegisterRefusals() {
	}

	/** There is no such paper, or the reader may not know of it. */
	public static final class PaperNotFound extends Refusal {

		public PaperNotFound() {
			super("paper.not-found");
		}

	}

	/** The paper has been superseded or voided before. */
	public static final class PaperPutAside extends Refusal {

		public PaperPutAside() {
			super("paper.put-aside");
		}

	}

	/** Another paper that holds bears the number, or the number is not taken or void. */
	public static final class NumberNotForPaper extends Refusal {

		public NumberNotForPaper(DocumentNumber number) {
			super("paper.number-not-for-paper", number.text());
		}

	}

	/** Papers are put aside with a reason of 2 to 200 characters. */
	public static final class StandingReasonMissing extends Refusal {

		public StandingReasonMissing() {
			super("paper.standing-reason-missing");
		}

	}

	/** Too much was asked from one address. */
	public static final class TooManyChecks extends Refusal {

		public TooManyChecks() {
			super("paper.too-many-checks");
		}

	}

	/** Nothing was sent to be verified. */
	public static final class FileMissing extends Refusal {

		public FileMissing() {
			super("paper.file-missing");
		}

	}

	/** What was sent to be verified is larger than any paper. */
	public static final class FileTooLarge extends Refusal {

		public FileTooLarge(long megabytes) {
			super("paper.file-too-large", Long.toString(megabytes));
		}

	}

}
