package cn.ecopark.batch;

/** The last park has left a batch, with its result or struck out. */
public record BatchClosed(String batchId, String kind, String result) {
}
