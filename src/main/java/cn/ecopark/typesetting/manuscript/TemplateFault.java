package cn.ecopark.typesetting.manuscript;

/**
 * What is wrong with a template.
 *
 * @param line counted from 1
 * @param word what it is about
 */
public record TemplateFault(Kind kind, int line, String word) {

	/** Kinds of fault. */
	public enum Kind {

		/** No fact of that name is declared. */
		UNKNOWN,
		/** A table must be repeated row by row. */
		TABLE_AS_WORDS,
		/** A repetition is not ended, or ended without having begun. */
		UNPAIRED,
		/** Braces that hold no placeholder. */
		BRACES,
		/** There is no title. */
		NO_TITLE

	}

}
