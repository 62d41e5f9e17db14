package cn.ecopark.casefile;

/** A case has ended with that result. */
public record CaseClosed(String caseId, String result) {
}
