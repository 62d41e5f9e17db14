package cn.ecopark.correction;

import cn.ecopark.shared.Refusal;

/** Why putting a document right is refused; what concerns an entry names its input. */
public final class CorrectionRefusals {

	private CorrectionRefusals() {
	}

	/** What was entered there has to be something else. */
	public static final class WrongEntry extends Refusal {

		private final String field;

		WrongEntry(String field, String problem) {
			super("correction." + problem);
			this.field = field;
		}

		public String field() {
			return this.field;
		}

	}

	/** Another proposal about the document is open. */
	public static final class ProposedAlready extends Refusal {

		public ProposedAlready() {
			super("correction.proposed-already");
		}

	}

	/** The body has spoken before. */
	public static final class SpokenAlready extends Refusal {

		public SpokenAlready() {
			super("correction.spoken-already");
		}

	}

	/** There is no such proposal, or it is not open any more. */
	public static final class NotOpen extends Refusal {

		public NotOpen() {
			super("correction.not-open");
		}

	}

	/** The system cannot make the document once more by itself. */
	public static final class NotMadeHere extends Refusal {

		public NotMadeHere() {
			super("correction.not-made-here");
		}

	}

	/** The document is none of the reader's unit. */
	public static final class NotOfItsIssuers extends Refusal {

		public NotOfItsIssuers() {
			super("correction.not-yours");
		}

	}

	/** The document has been superseded or voided before. */
	public static final class NoLongerHolds extends Refusal {

		public NoLongerHolds() {
			super("officialdocument.put-aside");
		}

	}

}
