package cn.ecopark.casefile;

/**
 * A case was opened; nothing of it has been handed in yet.
 *
 * @param kind the procedure it is
 */
public record CaseOpened(String caseId, String kind, long parkId) {
}
