package cn.ecopark.studio;

import java.util.List;

import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.shared.Refusal;

/**
 * Why nothing of what the desktop Modeler has sent is kept. Its user sees these words and
 * nothing else, so that they say what to do.
 */
public final class ModelerRefusals {

	private static final int LONGEST_NAME = 80;

	private ModelerRefusals() {
	}

	/** A name as its sender wrote it, short enough to be shown. */
	private static String shown(String name) {
		return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
	}

	/** A release was made of the draft, or it was laid aside. */
	public static final class ModelerDraftEnded extends Refusal {

		ModelerDraftEnded(String title) {
			super("studio.modeler-ended", title);
		}

	}

	/** No file was sent, or too many. */
	public static final class ModelerFileCount extends Refusal {

		public ModelerFileCount(int most) {
			super("studio.modeler-count", String.valueOf(most));
		}

	}

	/** Two files of one name were sent. */
	public static final class ModelerFileTwice extends Refusal {

		public ModelerFileTwice(String name) {
			super("studio.modeler-twice", shown(name));
		}

	}

	/** The draft has no diagram or form of that name. */
	public static final class ModelerFileUnknown extends Refusal {

		ModelerFileUnknown(String name, String draft) {
			super("studio.modeler-unknown", shown(name), draft);
		}

	}

	/** What is typed as tenant is another pack than that of the draft. */
	public static final class ModelerOtherPack extends Refusal {

		public ModelerOtherPack(String typed, String pack) {
			super("studio.modeler-other-pack", shown(typed), pack);
		}

	}

	/** Somebody works at the file on the pages of the studio. */
	public static final class ModelerFileHeld extends Refusal {

		ModelerFileHeld(String file, String person) {
			super("studio.modeler-held", file, person);
		}

	}

	/** The file has changed since its sender has fetched or sent it last. */
	public static final class ModelerFileMovedOn extends Refusal {

		ModelerFileMovedOn(String file, String person, int step) {
			super("studio.modeler-moved-on", file, person, String.valueOf(step));
		}

		/** The changes that the sender has seen were undone. */
		ModelerFileMovedOn(String file) {
			super("studio.modeler-taken-back", file);
		}

	}

	/**
	 * It cannot be read, says what no diagram may say, or is a form with faults.
	 */
	public static final class ModelerFileUnfit extends Refusal {

		private final transient List<PackFinding> findings;

		ModelerFileUnfit(List<PackFinding> findings) {
			super("studio.modeler-unfit");
			this.findings = findings;
		}

		/**
		 * @return what is wrong, errors only
		 */
		public List<PackFinding> findings() {
			return this.findings;
		}

	}

}
