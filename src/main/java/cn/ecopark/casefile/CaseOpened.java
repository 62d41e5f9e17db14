package cn.ecopark.casefile;

/** A case was opened; nothing of it has been handed in yet. */
public record CaseOpened(String caseId, CaseKind kind, long parkId) {
}
