package cn.ecopark.officialdocument;

/** An official document holds no longer, and none has taken its place. */
public record OfficialDocumentVoided(String code, String kind, String dossierId, String reason) {
}
