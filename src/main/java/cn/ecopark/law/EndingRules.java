package cn.ecopark.law;

import org.jspecify.annotations.Nullable;

/** 撤回、终止、移出: how long a case may still end otherwise than by its decision. */
public final class EndingRules {

	private EndingRules() {
	}

	/**
	 * A case is withdrawn, closed or struck out only until the document that decides on
	 * it is issued; afterwards it is an issued decision that only another one can change.
	 * @param decidedBy number of that document; {@code null} as long as there is none
	 */
	public static void onlyUntilTheDecision(@Nullable String decidedBy) {
		if (decidedBy != null) {
			throw LegalRefusal.ofProcedure("decided-already", decidedBy);
		}
	}

	/**
	 * A case ends in a result that changes the standing of its park only when the
	 * register says the same: a drawing that ends in 已命名 names nobody.
	 * @param result what the end is called
	 * @param borneOut whether the register says so
	 */
	public static void registerBearsOutTheResult(String park, String result, boolean borneOut) {
		if (!borneOut) {
			throw LegalRefusal.ofProcedure("result-not-in-register", park, result);
		}
	}

}
