package cn.ecopark.park;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a park is by the decisions that hold, told from the first to the last of them. */
final class ParkAsDecided {

	private final Park park;

	private LifeStatus status = LifeStatus.PROSPECT;

	private @Nullable String standard;

	private @Nullable KnownDate namedOn;

	private @Nullable String titleName;

	private @Nullable LocalDate recheckDueOn;

	private ParkAsDecided(Park park) {
		this.park = park;
	}

	/**
	 * @param decisions those that hold, in the order in which they were made
	 * @return the park with status, standard, title and next recheck as they follow
	 */
	static Park by(Park park, List<RecordedDecision> decisions) {
		ParkAsDecided told = new ParkAsDecided(park);
		decisions.forEach(told::tell);
		return new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(), park.cityCode(),
				told.status, told.standard, told.namedOn, told.titleName, told.recheckDueOn, park.unitId(),
				park.decided(), park.version());
	}

	private void tell(RecordedDecision decision) {
		ParkEvent event = decision.event();
		RecheckResult recheck = event.recheck();
		this.status = event.lifeStatus();
		this.recheckDueOn = decision.dueAfter();
		if (event.standard() != null && (recheck == null || recheck.passed())) {
			this.standard = event.standard();
		}
		if (recheck != null) {
			return;
		}
		switch (event.lifeStatus()) {
			case PROSPECT, UNDER_CONSTRUCTION -> {
				this.namedOn = null;
				this.titleName = null;
			}
			case NAMED -> {
				this.namedOn = event.decidedOn();
				this.titleName = event.titleName();
			}
			case REVOKED, REMOVED -> {
				// It has borne the title; the register keeps since when.
			}
		}
	}

}
