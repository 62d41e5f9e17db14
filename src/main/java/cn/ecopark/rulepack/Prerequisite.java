package cn.ecopark.rulepack;

import java.util.List;

/**
 * What must be on record of a case before a decision on its park takes effect.
 *
 * @param act the decision
 * @param need in what form it is on record
 * @param stage in which it was said or concluded; for a notice, its process
 * @param role in which it was said; empty where nobody has to say it
 * @param outcomes of which one was said; none where nobody has to say it
 * @param orSilence whether it is enough that the Office has found, after a last day, that
 * the body does not answer
 * @param label what it is called where it is missing
 * @param source where the regime asks for it
 */
public record Prerequisite(Act act, Need need, String stage, String role, List<String> outcomes, boolean orSilence,
		String label, String source, boolean confirmed) {

	/** In what form something is on record. */
	public enum Need {

		/** A body has said so in a step, and nothing against it since. */
		WORD,
		/** The panel of a stage has concluded so, and its opinion holds. */
		PANEL_OPINION,
		/** The park was before the public for the whole period. */
		NOTICE,
		/** The park has been heard, or has let its time pass. */
		HEARING

	}

}
