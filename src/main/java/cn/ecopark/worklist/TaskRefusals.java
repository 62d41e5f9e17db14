package cn.ecopark.worklist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.shared.Refusal;

/** Why a command on a task is refused. */
public final class TaskRefusals {

	private TaskRefusals() {
	}

	/** No such task, or none the reader may know of. */
	public static final class TaskNotFound extends Refusal {

		public TaskNotFound() {
			super("task.not-found");
		}

	}

	/** Somebody else has done it, or the flow has taken it away. */
	public static final class TaskAlreadyDone extends Refusal {

		public TaskAlreadyDone() {
			super("task.already-done");
		}

	}

	/** The page was submitted before, and said something else then. */
	public static final class PageAlreadySubmitted extends Refusal {

		/**
		 * @param outcome what it was submitted with
		 */
		public PageAlreadySubmitted(String outcome) {
			super("task.page-already-submitted", outcome);
		}

	}

	/** A document handed in with it has not been judged yet. */
	public static final class DocumentStillChecked extends Refusal {

		/**
		 * @param documents what they are called
		 */
		public DocumentStillChecked(String documents) {
			super("task.paper-being-checked", documents);
		}

	}

	/** The task is of another unit or person. */
	public static final class NotYourTask extends Refusal {

		public NotYourTask() {
			super("task.not-yours");
		}

	}

	/** A colleague has claimed the task. */
	public static final class ClaimedBySomebodyElse extends Refusal {

		public ClaimedBySomebodyElse(String name) {
			super("task.claimed-by-other", name);
		}

	}

	/** Only the Office urges, and others than itself. */
	public static final class NotTheSupervisor extends Refusal {

		public NotTheSupervisor() {
			super("task.not-supervisor");
		}

	}

	/** The step does not end like that. */
	public static final class UnknownOutcome extends Refusal {

		public UnknownOutcome(String outcome) {
			super("task.unknown-outcome", outcome);
		}

	}

	/** More was typed than can be kept as a draft. */
	public static final class DraftTooLong extends Refusal {

		/**
		 * @param longest characters that are kept
		 */
		public DraftTooLong(int longest) {
			super("task.draft-too-long", longest);
		}

	}

	/** Fields are missing or wrong; the page shows each at its place. */
	public static final class InvalidSubmission extends Refusal {

		private final transient Map<String, InputError> errors;

		public InvalidSubmission(Map<String, InputError> errors) {
			super("task.invalid-submission", errors.size());
			this.errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
		}

		/**
		 * @return a rule about one entry, told where it was entered; any other as it is
		 */
		static Refusal of(LegalRefusal refusal) {
			String field = refusal.field();
			return field == null ? refusal
					: new InvalidSubmission(Map.of(field, new InputError(refusal.wordsKey(), refusal.arguments())));
		}

		public Map<String, InputError> errors() {
			return this.errors;
		}

	}

	/** What one person submits in that step is a proposal. */
	public static final class SignaturesNeeded extends Refusal {

		/**
		 * @param persons how many have to sign
		 */
		public SignaturesNeeded(int persons) {
			super("task.signatures-needed", persons);
		}

	}

	/** A colleague has proposed already, and that waits to be signed. */
	public static final class AlreadyProposed extends Refusal {

		public AlreadyProposed(String name) {
			super("task.already-proposed", name);
		}

	}

	/** Somebody was quicker: it was signed, sent back or withdrawn. */
	public static final class ProposalGone extends Refusal {

		public ProposalGone() {
			super("task.proposal-gone");
		}

	}

	/** It was about something else than there is to decide on now. */
	public static final class ProposalFallen extends Refusal {

		private final ProposalFall why;

		public ProposalFallen(ProposalFall why) {
			super("task.proposal-fallen." + why);
			this.why = why;
		}

		public ProposalFall why() {
			return this.why;
		}

	}

	/** What was submitted cannot be taken back. */
	public static final class CannotBeTakenBack extends Refusal {

		public CannotBeTakenBack(TakeBackRules.Hindrance why) {
			super("task.not-taken-back." + why.key());
		}

	}

	/** Only whoever has made it withdraws it. */
	public static final class NotYourProposal extends Refusal {

		public NotYourProposal() {
			super("task.not-your-proposal");
		}

	}

	/** With that outcome no official document is made in the step itself. */
	public static final class NothingToPreview extends Refusal {

		public NothingToPreview() {
			super("task.nothing-to-preview");
		}

	}

	/** The unit is none that could take the step over. */
	public static final class UnitCannotTakeOver extends Refusal {

		public UnitCannotTakeOver() {
			super("task.unit-cannot-take-over");
		}

	}

	/** The case has no unit in that role in whose place another could be put. */
	public static final class NoUnitToChange extends Refusal {

		public NoUnitToChange() {
			super("task.no-unit-to-change");
		}

	}

	/** Only the Office changes who takes part in a case. */
	public static final class NotOfTheOffice extends Refusal {

		public NotOfTheOffice() {
			super("task.not-office");
		}

	}

}
