package cn.ecopark.batch;

import java.util.List;

/**
 * Parks were put together for a joint decision.
 *
 * @param kind id of the process that carries it
 */
public record BatchComposed(String batchId, String kind, List<String> caseIds) {
}
