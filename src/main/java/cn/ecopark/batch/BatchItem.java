package cn.ecopark.batch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One park's place in a batch.
 *
 * @param round how often the ministries have been asked about it, from 1
 * @param reason why it was struck out; empty otherwise
 * @param standard that the decision fixes for the park; {@code null} where it fixes none
 * @param leftAt when it was struck out or got its result
 */
public record BatchItem(String batchId, String caseId, Park park, State state, int round, String reason,
		@Nullable String standard, @Nullable Instant leftAt) {

	/** The park as its case names it. */
	public record Park(long id, String name, String kind, String provinceCode, @Nullable String caseNumber) {
	}

	/** Where the park stands in the batch. */
	public enum State {

		/** Part of the decision. */
		IN,
		/** Taken out before the decision. */
		STRUCK_OUT,
		/** Has got its result. */
		DONE

	}

	public boolean isIn() {
		return this.state == State.IN;
	}

}
