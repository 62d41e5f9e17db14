package cn.ecopark.notice;

import java.time.Duration;
import java.time.LocalDate;

import cn.ecopark.shared.Refusal;

/** Why a command on a notice or an objection is refused. */
public final class NoticeRefusals {

	private NoticeRefusals() {
	}

	/** There is no such notice, or it is not published. */
	public static final class NoticeNotFound extends Refusal {

		public NoticeNotFound() {
			super("notice.not-found");
		}

	}

	/** There is no such objection. */
	public static final class ObjectionNotFound extends Refusal {

		public ObjectionNotFound() {
			super("objection.not-found");
		}

	}

	/**
	 * Only the Office enters what came by letter, visit or call, and only those who look
	 * into an objection read it.
	 */
	public static final class NotYourObjection extends Refusal {

		public NotYourObjection() {
			super("objection.not-yours");
		}

	}

	/** The notice does not list the park, or no longer does. */
	public static final class ParkNotListed extends Refusal {

		public ParkNotListed() {
			super("objection.park-not-listed");
		}

	}

	/** The period of the notice is over. */
	public static final class AfterPeriod extends Refusal {

		public AfterPeriod(LocalDate closedOn) {
			super("objection.after-period", closedOn);
		}

	}

	/** What is entered later must have come in within the period. */
	public static final class ReceivedOutsidePeriod extends Refusal {

		public ReceivedOutsidePeriod(LocalDate from, LocalDate to) {
			super("objection.received-outside-period", from, to);
		}

	}

	/** The park has been named, or its case has ended. */
	public static final class AlreadyDecided extends Refusal {

		public AlreadyDecided() {
			super("objection.already-decided");
		}

	}

	/** An objection says what it is about, in 5 to 4000 characters. */
	public static final class TextMissing extends Refusal {

		public TextMissing() {
			super("objection.text-missing");
		}

	}

	/** The same page was sent before, and said something else then. */
	public static final class PageAlreadyFiled extends Refusal {

		/**
		 * @param receipt number of what was filed then
		 */
		public PageAlreadyFiled(String receipt) {
			super("objection.page-already-filed", receipt);
		}

	}

	/** Much came from one address, and something a moment ago. */
	public static final class WaitAMoment extends Refusal {

		public WaitAMoment(Duration wait) {
			super("objection.wait-a-moment", wait.toSeconds());
		}

	}

	/** Too much was asked for in vain from one address. */
	public static final class TooMany extends Refusal {

		public TooMany() {
			super("objection.too-many");
		}

	}

	/** The form was filled in by a machine. */
	public static final class NotAccepted extends Refusal {

		public NotAccepted() {
			super("objection.not-accepted");
		}

	}

}
