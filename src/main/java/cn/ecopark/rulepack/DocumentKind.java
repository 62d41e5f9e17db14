package cn.ecopark.rulepack;

import java.util.List;

/**
 * A kind of paper that steps of a rule pack ask for.
 *
 * @param key the name models use, for instance {@code constructionPlan}
 * @param label the Chinese name
 * @param englishLabel the English name
 * @param accept endings of the file names it may be handed in under, for instance
 * {@code pdf}; none of a document that the system makes
 * @param confirmed whether it was checked against the official text
 */
public record DocumentKind(String key, String label, String englishLabel, List<String> accept, String source,
		boolean confirmed) {

	/**
	 * @return whether somebody hands it in
	 */
	public boolean isHandedIn() {
		return !this.accept.isEmpty();
	}

}
