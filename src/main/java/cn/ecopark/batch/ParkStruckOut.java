package cn.ecopark.batch;

/** A park has left a batch without a decision. */
public record ParkStruckOut(String batchId, String caseId) {
}
