package cn.ecopark.studio;

import java.util.List;

import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.shared.Refusal;

/** Why a draft is not begun, changed or made a release. */
public final class StudioRefusals {

	private StudioRefusals() {
	}

	/** There is no such draft. */
	public static final class DraftNotFound extends Refusal {

		public DraftNotFound() {
			super("studio.not-found");
		}

	}

	/** Only system administrators work at drafts. */
	public static final class NotYourStudio extends Refusal {

		NotYourStudio() {
			super("studio.not-yours");
		}

	}

	/** A release was made of it, or it was laid aside. */
	public static final class DraftEnded extends Refusal {

		DraftEnded() {
			super("studio.ended");
		}

	}

	/** Nothing says what is to be changed. */
	public static final class DraftUntitled extends Refusal {

		DraftUntitled() {
			super("studio.title-missing");
		}

	}

	/** Somebody else works at the file. */
	public static final class FileHeld extends Refusal {

		FileHeld(String person) {
			super("studio.held", person);
		}

	}

	/** The file was changed since it was opened. */
	public static final class FileMovedOn extends Refusal {

		FileMovedOn() {
			super("studio.moved-on");
		}

	}

	/** There is no step of that file to undo, or to do again. */
	public static final class NoStep extends Refusal {

		NoStep() {
			super("studio.no-step");
		}

	}

	/** The check finds something wrong with what was typed. */
	public static final class EntryFaulty extends Refusal {

		private final transient List<PackFinding> findings;

		EntryFaulty(List<PackFinding> findings) {
			super("studio.entry-faulty", String.valueOf(findings.size()));
			this.findings = findings;
		}

		/**
		 * @return what is wrong, at the property that it is about
		 */
		public List<PackFinding> findings() {
			return this.findings;
		}

	}

	/** There is no such entry, or not any more. */
	public static final class EntryNotFound extends Refusal {

		public EntryNotFound() {
			super("studio.entry-not-found");
		}

	}

	/** Another entry has that key. */
	public static final class EntryThere extends Refusal {

		EntryThere() {
			super("studio.entry-there");
		}

	}

	/** The key of an entry has other characters than letters and digits. */
	public static final class KeyFaulty extends Refusal {

		KeyFaulty() {
			super("studio.key-faulty");
		}

	}

	/** What was sent is larger than any diagram. */
	public static final class DiagramTooLarge extends Refusal {

		public DiagramTooLarge(int kilobytes) {
			super("studio.diagram-too-large", String.valueOf(kilobytes));
		}

	}

	/** What was sent is no XML that is read here. */
	public static final class NoDiagram extends Refusal {

		NoDiagram() {
			super("studio.no-diagram");
		}

	}

	/** Nothing was changed in it. */
	public static final class NothingChanged extends Refusal {

		NothingChanged() {
			super("studio.nothing-changed");
		}

	}

	/**
	 * A release that came into force meanwhile has changed files that the draft changes
	 * too.
	 */
	public static final class BothChanged extends Refusal {

		BothChanged(List<String> paths) {
			super("studio.both-changed", String.join("、", paths));
		}

	}

}
