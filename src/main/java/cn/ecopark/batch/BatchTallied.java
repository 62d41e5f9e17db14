package cn.ecopark.batch;

import java.util.List;

/**
 * The ballots of a round were counted.
 *
 * @param divided cases on which not every body agrees
 */
public record BatchTallied(String batchId, BatchFlow.BallotsResult result, List<String> divided) {
}
