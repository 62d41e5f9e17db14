package cn.ecopark.paper;

/** An official paper holds no longer, and none has taken its place. */
public record PaperVoided(String code, String kind, String dossierId, String reason) {
}
