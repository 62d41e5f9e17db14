package cn.ecopark.batch;

import java.time.Instant;

/**
 * What a body chose for one park in one round; or what the Office chose where the bodies
 * were divided.
 *
 * @param choice code of the pack, one of those the step offers for each park
 * @param deputy whether it is signed 代, by a deputy of the body's head (公文处理工作条例 22)
 * @param textDigest of the text it is about
 */
public record Ballot(String batchId, String caseId, String unitId, int round, String choice, String reason,
		boolean deputy, String textDigest, long personId, long opinionId, Instant at) {

}
