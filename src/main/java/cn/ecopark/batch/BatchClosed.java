package cn.ecopark.batch;

/**
 * The last park has left a batch, with its result or struck out.
 *
 * @param result code of the result
 * @param emptied whether no park was left in it
 */
public record BatchClosed(String batchId, String kind, String result, boolean emptied) {
}
