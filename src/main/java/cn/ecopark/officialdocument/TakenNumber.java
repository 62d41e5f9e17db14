package cn.ecopark.officialdocument;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a number of a series.
 *
 * @param subject what it was taken for; empty while it is free or reserved
 * @param dossierId case or batch it was taken for; null where there is none
 * @param reason why it was reserved; empty if it was not
 * @param on day of issue for which it was taken, or day on which it was reserved
 * @param by who took or reserved it; empty for the system
 * @param voidReason why it is void; empty while it is not
 */
public record TakenNumber(long id, DocumentNumber number, State state, String subject, @Nullable String dossierId,
		String reason, LocalDate on, String by, String voidReason) {

	/** What a number is used for. */
	public enum State {

		/**
		 * 待用: counted, and the first to be given; whose document failed gives it back.
		 */
		FREE,
		/** 已取号: a document bears it or is about to. */
		TAKEN,
		/** 预留: kept for a document to come. */
		RESERVED,
		/** 作废: no document bears it, and none ever will. */
		VOIDED

	}

}
