package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/** A row of the table {@code park_event}. */
record EventRow(long id, LifeStatus lifeStatus, @Nullable String decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable String decidedUnder,
		@Nullable String note, @Nullable String source, @Nullable String recheckRelease, @Nullable String recheckGrade,
		@Nullable String recheckResult, @Nullable Boolean recheckPassed, @Nullable LocalDate recheckDueOn,
		@Nullable LocalDate reapplyFrom, @Nullable String planCase, @Nullable LocalDate dueAfter, String putAsideWhy,
		@Nullable Long replacedBy) {

	RecordedDecision toDecision() {
		return new RecordedDecision(this.id, toEvent(), this.dueAfter,
				this.putAsideWhy.isEmpty() ? null : new RecordedDecision.PutAside(this.putAsideWhy, this.replacedBy));
	}

	private ParkEvent toEvent() {
		return new ParkEvent(this.lifeStatus, KnownDate.orNull(this.decidedOn), this.documentNumber, this.standard,
				this.titleName, this.paperPast, ReleaseId.orNull(this.decidedUnder), this.note, this.source, recheck(),
				this.reapplyFrom, this.planCase);
	}

	private @Nullable RecheckResult recheck() {
		return this.recheckRelease == null || this.recheckGrade == null || this.recheckResult == null
				|| this.recheckPassed == null || this.recheckDueOn == null ? null
						: new RecheckResult(ReleaseId.of(this.recheckRelease), this.recheckGrade, this.recheckResult,
								this.recheckPassed, this.recheckDueOn);
	}

}
