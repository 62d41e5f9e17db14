package cn.ecopark.rulepack;

/**
 * A grade, from its lowest score up.
 *
 * @param improves whether parks of this grade are told to improve
 * @param criticised whether they are criticised by name
 */
public record Grade(String code, int minScore, boolean improves, boolean criticised, String source, boolean confirmed) {
}
