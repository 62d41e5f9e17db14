package cn.ecopark.wholefile;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A merged PDF that was ordered.
 *
 * @param done how many of the documents are in it
 * @param result null unless it is ready
 */
public record PdfJob(String id, String caseId, long personId, String unitId, State state, Instant orderedAt, int done,
		int total, @Nullable Result result) {

	/** Where it stands. */
	public enum State {

		/** Nobody has begun yet. */
		WAITING,
		/** A node is at it. */
		RUNNING,
		/** Can be fetched. */
		READY,
		/** Could not be made. */
		FAILED,
		/** Was removed after some days. */
		EXPIRED

	}

	/**
	 * What was made.
	 *
	 * @param notes documents that are only named in it
	 */
	public record Result(String fileName, String sha256, long size, int pages, int notes) {
	}

	public boolean isUnderWay() {
		return this.state == State.WAITING || this.state == State.RUNNING;
	}

}
