package cn.ecopark.law;

import org.jspecify.annotations.Nullable;

/** 撤回、终止、移出: how long a case may still end otherwise than by its decision. */
public final class EndingRules {

	private EndingRules() {
	}

	/**
	 * A case is withdrawn, closed or struck out only until the paper that decides on it
	 * is issued; afterwards it is an issued decision that only another one can change.
	 * @param decidedBy number of that paper; {@code null} as long as there is none
	 */
	public static void onlyUntilTheDecision(@Nullable String decidedBy) {
		if (decidedBy != null) {
			throw LegalRefusal.ofProcedure("decided-already", decidedBy);
		}
	}

}
