package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

/** A row of the table {@code park_event}. */
record EventRow(LifeStatus lifeStatus, @Nullable String decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable String note,
		@Nullable String source) {

	ParkEvent toEvent() {
		return new ParkEvent(this.lifeStatus, KnownDate.orNull(this.decidedOn), this.documentNumber, this.standard,
				this.titleName, this.paperPast, this.note, this.source);
	}

}
