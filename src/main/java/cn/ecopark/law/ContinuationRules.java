package cn.ecopark.law;

import org.jspecify.annotations.Nullable;

/**
 * 接续办理: which closed case may be taken up anew. It was closed, withdrawn or refused by
 * mistake; the flow that has ended does not begin again, a new case goes on with what was
 * handed in.
 */
public final class ContinuationRules {

	private ContinuationRules() {
	}

	public static void onlyWhatIsClosed(String park, boolean closed) {
		if (!closed) {
			throw LegalRefusal.ofProcedure("continued-not-closed", park);
		}
	}

	/**
	 * A case that ended by a document which decides on it is put right by that document's
	 * correction, or not at all.
	 * @param decidedBy number of that document; null where there is none
	 */
	public static void onlyWithoutADecision(@Nullable String decidedBy) {
		if (decidedBy != null) {
			throw LegalRefusal.ofProcedure("continued-decided", decidedBy);
		}
	}

	/** Nobody but its park is heard by what the park has handed in. */
	public static void onlyWhatTheParkHasBegun(String kind, boolean begunByThePark) {
		if (!begunByThePark) {
			throw LegalRefusal.ofProcedure("continued-not-of-the-park", kind);
		}
	}

	public static void onlyOnce(boolean continued) {
		if (continued) {
			throw LegalRefusal.ofProcedure("continued-already");
		}
	}

}
