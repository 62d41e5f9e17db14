package cn.ecopark.dossier;

/**
 * A version of a document has passed the gate and may be opened by whoever is entitled to
 * it.
 *
 * @param versionId of the version
 */
public record DocumentHandedIn(long versionId) {
}
