package cn.ecopark.casefile;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Refusal;

/** Why a command on a case is refused. */
public final class CaseRefusals {

	private CaseRefusals() {
	}

	/** There is no such case, or the reader may not even know that there is. */
	public static final class CaseNotFound extends Refusal {

		public CaseNotFound() {
			super("case.not-found");
		}

	}

	/** The case is of another area, park or panel. */
	public static final class NotYourCase extends Refusal {

		public NotYourCase() {
			super("case.not-yours");
		}

	}

	/** Another unit begins such a procedure, or it would be for another park. */
	public static final class BegunByOthers extends Refusal {

		/**
		 * @param procedure what it is called
		 */
		public BegunByOthers(String procedure, String park) {
			super("case.begun-by-others", procedure, park);
		}

	}

	/**
	 * Whoever has that role in such procedures is not known for the park: it is
	 * registered in no city, or its area has no such department.
	 */
	public static final class NoDepartment extends Refusal {

		/**
		 * @param role what its holder is called
		 */
		public NoDepartment(String parkName, String role) {
			super("case.no-department", parkName, role);
		}

	}

	/** The park already has a procedure that excludes this one. */
	public static final class CaseAlreadyOpen extends Refusal {

		public CaseAlreadyOpen(String parkName) {
			super("case.already-open", parkName);
		}

	}

	/** The park's life status does not allow this procedure. */
	public static final class WrongLifeStatus extends Refusal {

		public WrongLifeStatus(String parkName, String kind) {
			super("case.wrong-life-status", parkName, kind);
		}

	}

	/** The rule pack in force has no such procedure. */
	public static final class NoSuchProcedure extends Refusal {

		public NoSuchProcedure() {
			super("case.no-such-procedure");
		}

	}

	/** The case was changed by somebody else meanwhile. */
	public static final class StaleCase extends Refusal {

		public StaleCase() {
			super("case.stale");
		}

	}

	/** A reason is needed for what is asked. */
	public static final class ReasonMissing extends Refusal {

		public ReasonMissing() {
			super("case.reason-missing");
		}

	}

	/** Another procedure of the park must end before this one may be begun. */
	public static final class OtherCaseFirst extends Refusal {

		public OtherCaseFirst(String parkName, String kind, @Nullable String number) {
			super("case.other-first", parkName, kind, number == null ? "" : number);
		}

	}

	/** It is no application of the park, so the park cannot take it back. */
	public static final class NotWithdrawable extends Refusal {

		public NotWithdrawable() {
			super("case.not-withdrawable");
		}

	}

	/** What was written as reason is longer than can be kept. */
	public static final class ReasonTooLong extends Refusal {

		public ReasonTooLong(int longest) {
			super("case.reason-too-long", longest);
		}

	}

	/** Only the Office begins a round of rechecks. */
	public static final class NotTheOffice extends Refusal {

		public NotTheOffice() {
			super("case.not-office");
		}

	}

	/** Of a list nothing was chosen. */
	public static final class NothingChosen extends Refusal {

		public NothingChosen() {
			super("case.nothing-chosen");
		}

	}

	/** 中止: the case stands still, so that nothing of it is done. */
	public static final class CaseStandsStill extends Refusal {

		public CaseStandsStill(Suspension suspension) {
			super("case.stands-still", suspension.since().toString(), suspension.ground().zh(),
					suspension.ground().en());
		}

	}

	/** More was typed than a number or title of a document has. */
	public static final class DocumentNameTooLong extends Refusal {

		public DocumentNameTooLong(int longest) {
			super("case.document-name-too-long", longest);
		}

	}

}
