package cn.ecopark.batch;

import cn.ecopark.shared.Refusal;

/** Why a command on a batch or a document is refused. */
public final class BatchRefusals {

	private BatchRefusals() {
	}

	/** There is no such batch. */
	public static final class BatchNotFound extends Refusal {

		public BatchNotFound() {
			super("batch.not-found");
		}

	}

	/** Batches are the business of the Office and the ministries. */
	public static final class NotYourBatch extends Refusal {

		public NotYourBatch() {
			super("batch.not-yours");
		}

	}

	/** No park was chosen. */
	public static final class NothingChosen extends Refusal {

		public NothingChosen() {
			super("batch.nothing-chosen");
		}

	}

	/** A batch needs a title of at most 200 characters. */
	public static final class TitleMissing extends Refusal {

		public TitleMissing() {
			super("batch.title-missing");
		}

	}

	/** Somebody else has composed the case meanwhile, or it was withdrawn. */
	public static final class CaseNotWaiting extends Refusal {

		public CaseNotWaiting(String parks) {
			super("batch.case-not-waiting", parks);
		}

	}

	/** The cases are under different rule packs. */
	public static final class MixedPacks extends Refusal {

		public MixedPacks() {
			super("batch.mixed-packs");
		}

	}

	/** Another document bears the number. */
	public static final class NumberTaken extends Refusal {

		public NumberTaken(String number) {
			super("officialdocument.number-taken", number);
		}

	}

	/** The document's number or date was not given. */
	public static final class DocumentIncomplete extends Refusal {

		public DocumentIncomplete() {
			super("officialdocument.incomplete");
		}

	}

}
