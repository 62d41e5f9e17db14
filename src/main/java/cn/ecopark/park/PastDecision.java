package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A decision made on paper before the system, as far as it is known.
 *
 * @param lifeStatus what the park has been since
 * @param recheckDueOn for a naming: when the next recheck falls due, null if not known
 */
public record PastDecision(LifeStatus lifeStatus, @Nullable KnownDate decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, @Nullable LocalDate recheckDueOn, @Nullable String note,
		String source) {

	/**
	 * @return the decision as the register keeps it
	 */
	ParkEvent toEvent() {
		return new ParkEvent(this.lifeStatus, this.decidedOn, this.documentNumber, this.standard, this.titleName, true,
				null, this.note, this.source);
	}

}
