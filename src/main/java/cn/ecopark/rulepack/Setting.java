package cn.ecopark.rulepack;

/** A figure or policy that law or ministry may change. */
public record Setting(String key, String value, String label, String source, boolean confirmed) {

	/**
	 * Begins the keys of what documents call the decision by which a park leaves the
	 * register, by the status that it has then.
	 */
	public static final String EXIT_DECISION = "exitDecision.";

	/** Begins the keys of what titles of documents call it. */
	public static final String EXIT_TITLE = "exitTitle.";

	/** The same of several parks at once. */
	public static final String EXIT_TITLE_OF_SEVERAL = EXIT_TITLE + "several";

	public int number() {
		return Integer.parseInt(this.value);
	}

}
