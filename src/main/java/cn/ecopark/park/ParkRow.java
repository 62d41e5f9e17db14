package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/** A row of the table {@code park}. */
record ParkRow(long id, String name, ParkKind kind, String level, String provinceCode, @Nullable String cityCode,
		LifeStatus lifeStatus, @Nullable String standard, @Nullable String namedOn, @Nullable String titleName,
		@Nullable LocalDate recheckDueOn, String unitId, boolean decided, @Nullable String decidedUnder,
		@Nullable String decidedOn, int version) {

	Park toPark() {
		return new Park(this.id, this.name, this.kind, this.level, this.provinceCode, this.cityCode, this.lifeStatus,
				this.standard, KnownDate.orNull(this.namedOn), this.titleName, this.recheckDueOn, this.unitId,
				toDecided(), this.version);
	}

	private @Nullable Decided toDecided() {
		return this.decided ? new Decided(ReleaseId.orNull(this.decidedUnder), KnownDate.orNull(this.decidedOn)) : null;
	}

}
