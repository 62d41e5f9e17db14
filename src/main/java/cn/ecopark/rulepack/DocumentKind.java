package cn.ecopark.rulepack;

/**
 * A kind of paper that steps of a rule pack ask for.
 *
 * @param key the name models use, for instance {@code constructionPlan}
 * @param label the Chinese name
 * @param englishLabel the English name
 * @param confirmed whether it was checked against the official text
 */
public record DocumentKind(String key, String label, String englishLabel, String source, boolean confirmed) {
}
