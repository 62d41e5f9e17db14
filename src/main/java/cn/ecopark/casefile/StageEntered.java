package cn.ecopark.casefile;

/**
 * A case has come into another stage.
 *
 * @param stage id of the stage's diagram
 */
public record StageEntered(String caseId, String stage) {
}
