package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 异议: what somebody holds against a park of a public notice.
 *
 * @param receiptNumber number with which its progress can be asked for; cannot be guessed
 * @param batchId the notice
 * @param receivedOn when it came in, for letters the day of arrival
 * @param answer what the public was answered; empty before
 * @param struckOut whether the park was taken out of a batch because of it
 */
public record Objection(String id, String receiptNumber, String batchId, String caseId, Channel channel, String text,
		Objector objector, LocalDate receivedOn, Instant enteredAt, State state, String answer, boolean struckOut,
		@Nullable Instant settledAt) {

	/** How it came in. */
	public enum Channel {

		/** 网上. */
		WEB,
		/** 来信. */
		LETTER,
		/** 来访. */
		VISIT,
		/** 来电. */
		CALL

	}

	/** Where it stands. */
	public enum State {

		/** Is being looked into. */
		OPEN,
		/** 成立. */
		UPHELD,
		/** 不成立. */
		DISMISSED,
		/** 不予受理. */
		NOT_ADMITTED

	}

	/** Who objects, as far as said; known to the Office alone, never to the park. */
	public record Objector(String name, String unit, String contact) {

		public static final Objector ANONYMOUS = new Objector("", "", "");

	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

}
