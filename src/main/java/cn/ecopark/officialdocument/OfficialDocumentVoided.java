package cn.ecopark.officialdocument;

/** An official paper holds no longer, and none has taken its place. */
public record OfficialDocumentVoided(String code, String kind, String dossierId, String reason) {
}
