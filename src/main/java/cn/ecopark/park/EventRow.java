package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A row of the table {@code park_event}. */
record EventRow(LifeStatus lifeStatus, @Nullable String decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable String note,
		@Nullable String source, @Nullable String recheckPack, @Nullable String recheckGrade,
		@Nullable String recheckResult, @Nullable Boolean recheckPassed, @Nullable LocalDate recheckDueOn,
		@Nullable LocalDate reapplyFrom) {

	ParkEvent toEvent() {
		return new ParkEvent(this.lifeStatus, KnownDate.orNull(this.decidedOn), this.documentNumber, this.standard,
				this.titleName, this.paperPast, this.note, this.source, recheck(), this.reapplyFrom);
	}

	private @Nullable RecheckResult recheck() {
		return this.recheckPack == null || this.recheckGrade == null || this.recheckResult == null
				|| this.recheckPassed == null || this.recheckDueOn == null ? null
						: new RecheckResult(this.recheckPack, this.recheckGrade, this.recheckResult, this.recheckPassed,
								this.recheckDueOn);
	}

}
