package cn.ecopark.casefile;

/** A case was admitted and has got its number. */
public record CaseNumbered(String caseId, String number) {
}
