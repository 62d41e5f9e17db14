package cn.ecopark.officialdocument;

/**
 * Another official document has taken the place of one that was issued.
 *
 * @param replacedBy code of that document
 */
public record OfficialDocumentSuperseded(String code, String kind, String dossierId, String replacedBy) {
}
