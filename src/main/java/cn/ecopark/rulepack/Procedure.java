package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

/**
 * One diagram of a pack.
 *
 * @param key process id, equal to the file name
 * @param label name of the stage in Chinese
 * @param kind whether its instances are cases, stages of a case, batches or objections
 * @param ofCases what holds of its cases; null where it carries none
 * @param isPublic whether it lays several parks before the public
 * @param now what is said of a case as long as it is there
 */
public record Procedure(String key, String label, String englishLabel, Kind kind, @Nullable KindOfCase ofCases,
		boolean isPublic, Words now) {

	/** What one instance of a diagram stands for. */
	public enum Kind {

		/** A whole procedure of one park. */
		CASE,
		/** A part of a case, called by it. */
		STAGE,
		/** Several parks decided in one document. */
		BATCH,
		/** An objection of the public. */
		OBJECTION,
		/** The way of a batch's result to one park. */
		DELIVERY,
		/**
		 * What several diagrams have in common, called by each of them. It has no life of
		 * its own: what happens in it happens in the stage, case or batch that calls it.
		 */
		PART

	}

}
