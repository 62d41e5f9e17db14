package cn.ecopark.rulepack;

/**
 * What a step may end with.
 *
 * @param code as it stands in models and opinions, for instance {@code SEND_BACK}
 * @param label what the button says in Chinese
 * @param tone whether it moves the case forward or against the applicant
 * @param withoutForm whether the step's form may be left empty, as where the step is
 * handed back
 */
public record OutcomeKind(String code, String label, String englishLabel, Tone tone, boolean withoutForm) {

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
