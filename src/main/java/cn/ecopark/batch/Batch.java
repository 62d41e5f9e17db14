package cn.ecopark.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/**
 * 批次: several parks in one joint document.
 *
 * @param id business key of the process that carries it
 * @param kind id of that process, for instance {@code construction-approval}
 * @param release in force when it was composed; its cases may be of several releases of
 * that pack
 * @param result how it ended: code of the result sent to its parks, or that no park was
 * left; null while it is open
 * @param textDigest of the text laid before the bodies; empty as long as there is none
 * @param decidedOn day of the decision; its bodies are those of that day
 */
public record Batch(String id, String kind, ReleaseId release, String title, State state, @Nullable String result,
		long composedBy, Instant composedAt, @Nullable Instant closedAt, String textDigest,
		@Nullable LocalDate decidedOn, int version) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** Whether parks still wait in it. */
	public enum State {

		/** At least one park waits for its result. */
		OPEN,
		/** Every park has its result or was struck out. */
		CLOSED

	}

	public LocalDate composedOn() {
		return this.composedAt.atZone(ZONE).toLocalDate();
	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

}
