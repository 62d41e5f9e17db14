package cn.ecopark.officialdocument;

/**
 * Another official paper has taken the place of one that was issued.
 *
 * @param replacedBy code of that paper
 */
public record OfficialDocumentSuperseded(String code, String kind, String dossierId, String replacedBy) {
}
