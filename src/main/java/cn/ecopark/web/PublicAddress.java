package cn.ecopark.web;

/**
 * Pages that everybody may read and that are the same for everybody who is not signed in;
 * a module that has such pages names them by a bean. Whatever such a page shows is among
 * the {@linkplain cn.ecopark.shared.Change changes} of which every node is told.
 *
 * @param pattern of their path, without what is asked for
 */
public record PublicAddress(String pattern) {
}
