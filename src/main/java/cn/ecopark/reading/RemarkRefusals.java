package cn.ecopark.reading;

import cn.ecopark.shared.Refusal;

/** Why a remark on a document is not taken. */
public final class RemarkRefusals {

	private RemarkRefusals() {
	}

	/** There is no such remark, or the reader may not know of it. */
	public static final class RemarkNotFound extends Refusal {

		public RemarkNotFound() {
			super("remark.not-found");
		}

	}

	/** Only its author changes or removes a remark. */
	public static final class NotYourRemark extends Refusal {

		public NotYourRemark() {
			super("remark.not-yours");
		}

	}

	/** A remark says something. */
	public static final class EmptyRemark extends Refusal {

		public EmptyRemark() {
			super("remark.empty");
		}

	}

	/** A remark, or what it quotes, is longer than can be kept. */
	public static final class RemarkTooLong extends Refusal {

		/**
		 * @param longest characters that are taken
		 */
		public RemarkTooLong(int longest) {
			super("remark.too-long", longest);
		}

	}

	/** The place is not on a page of the document. */
	public static final class NoSuchPlace extends Refusal {

		public NoSuchPlace() {
			super("remark.no-such-place");
		}

	}

	/** The author cannot write for those readers. */
	public static final class NotYourAudience extends Refusal {

		public NotYourAudience() {
			super("remark.not-your-audience");
		}

	}

}
