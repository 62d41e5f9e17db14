package cn.ecopark.rulepack;

/**
 * One diagram of a pack.
 *
 * @param key process id, equal to the file name
 * @param label name of the stage in Chinese
 * @param kind whether its instances are cases, stages of a case, batches or objections
 */
public record Procedure(String key, String label, String englishLabel, Kind kind) {

	/** What one instance of a diagram stands for. */
	public enum Kind {

		/** A whole procedure of one park. */
		CASE,
		/** A part of a case, called by it. */
		STAGE,
		/** Several parks decided in one paper. */
		BATCH,
		/** An objection of the public. */
		OBJECTION,
		/** The way of a batch's result to one park. */
		DELIVERY

	}

}
