package cn.ecopark.casefile;

/** The park has handed its case in for the first time: the authorities see it now. */
public record CaseSubmitted(String caseId) {
}
