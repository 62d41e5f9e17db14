package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

/**
 * What a step may end with.
 *
 * @param code as it stands in models and opinions, for instance {@code SEND_BACK}
 * @param label what the button says in Chinese
 * @param tone whether it moves the case forward or against the applicant
 * @param rank its place in the order of severity of what a panel may conclude, the lower
 * the better for the applicant; {@code null} where it is no conclusion of a panel
 * @param marks what the law attaches to it
 */
public record OutcomeKind(String code, String label, String englishLabel, Tone tone, @Nullable Integer rank,
		Marks marks) {

	/**
	 * What the law attaches to a decision.
	 *
	 * @param adverse decides against the applicant and needs its reason
	 * @param noticeOnce tells what has to be put right, all of it the first time
	 * @param passes concludes that the stage is passed, with or without conditions
	 * @param withoutForm hands the step back, so that its form may be left empty
	 * @param applicant decides nothing, so that whom the case is about may choose it
	 * @param silence says that nobody has answered, and nothing else
	 * @param reasoned says nothing by itself, so that who goes on with it needs the
	 * reason: a text sent back, a conclusion not reached, a dissent
	 */
	public record Marks(boolean adverse, boolean noticeOnce, boolean passes, boolean withoutForm, boolean applicant,
			boolean silence, boolean reasoned) {

		/**
		 * @return whether the opinion has to say why
		 */
		public boolean needsReason() {
			return this.adverse || this.reasoned;
		}

	}

	/** How an outcome is shown; only {@link #NEGATIVE} is ever red. */
	public enum Tone {

		/** Moves the case forward. */
		POSITIVE,
		/** A fact without judgement, such as a submission. */
		NEUTRAL,
		/** Asks for more before the case can move. */
		CAUTION,
		/** Against the applicant. */
		NEGATIVE

	}

}
