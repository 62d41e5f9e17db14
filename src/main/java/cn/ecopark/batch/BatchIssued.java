package cn.ecopark.batch;

/**
 * The joint document of a batch was issued.
 *
 * @param number the document number it bears
 */
public record BatchIssued(String batchId, String kind, String number) {
}
