package cn.ecopark.rulepack;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One diagram of a pack.
 *
 * @param key process id, equal to the file name
 * @param label name of the stage in Chinese
 * @param kind whether its instances are cases, stages of a case, batches or objections
 * @param numberMark the character that stands in the numbers of its cases, as in
 * 2018-创-0001; null where it carries no case
 * @param mayStartIn names of the life statuses in which a park may begin it; none where
 * it carries no case
 */
public record Procedure(String key, String label, String englishLabel, Kind kind, @Nullable String numberMark,
		Set<String> mayStartIn) {

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
