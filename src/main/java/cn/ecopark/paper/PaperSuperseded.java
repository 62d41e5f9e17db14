package cn.ecopark.paper;

/**
 * Another official paper has taken the place of one that was issued.
 *
 * @param replacedBy code of that paper
 */
public record PaperSuperseded(String code, String kind, String dossierId, String replacedBy) {
}
