package cn.ecopark.casefile;

/**
 * A version of a paper has passed the gate and may be opened by whoever is entitled to
 * it.
 *
 * @param versionId of the version
 */
public record PaperHandedIn(long versionId) {
}
