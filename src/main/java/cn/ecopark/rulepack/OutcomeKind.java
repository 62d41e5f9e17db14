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
 */
public record OutcomeKind(String code, String label, String englishLabel, Tone tone, @Nullable Integer rank) {

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
