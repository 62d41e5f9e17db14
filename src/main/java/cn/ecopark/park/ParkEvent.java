package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/**
 * A decision that made the park what it is, found what it is worth, or gave it another
 * plan.
 *
 * @param lifeStatus what the park has been since
 * @param decidedOn as far as it is known, null: not known at all
 * @param paperPast true of a decision made on paper and entered later
 * @param decidedUnder release of the rule pack by which it was decided; null of a
 * decision made on paper, and of those from before releases were noted
 * @param note what is doubtful about it
 * @param source where it was read
 * @param recheck what a recheck came to; null for every other decision
 * @param reapplyFrom the first day on which a former park may apply again; null where
 * none was set
 * @param planCase id of the case that holds the plan by which the park is built and
 * accepted from then on; null for every other decision
 */
public record ParkEvent(LifeStatus lifeStatus, @Nullable KnownDate decidedOn, @Nullable String documentNumber,
		@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable ReleaseId decidedUnder,
		@Nullable String note, @Nullable String source, @Nullable RecheckResult recheck,
		@Nullable LocalDate reapplyFrom, @Nullable String planCase) {

	/** A decision that is no recheck, locks nothing and leaves the plan as it is. */
	public ParkEvent(LifeStatus lifeStatus, @Nullable KnownDate decidedOn, @Nullable String documentNumber,
			@Nullable String standard, @Nullable String titleName, boolean paperPast, @Nullable ReleaseId decidedUnder,
			@Nullable String note, @Nullable String source) {
		this(lifeStatus, decidedOn, documentNumber, standard, titleName, paperPast, decidedUnder, note, source, null,
				null, null);
	}

	/**
	 * @return the same decision by a document of that day and number
	 * @param standing what follows from the day: the title as it was called then, what a
	 * recheck came to, from when a former park may apply again
	 */
	public ParkEvent statedIn(LocalDate day, String number, DayBound standing) {
		return new ParkEvent(this.lifeStatus, KnownDate.of(day), number, this.standard, standing.titleName(),
				this.paperPast, this.decidedUnder, this.note, this.source, standing.recheck(), standing.reapplyFrom(),
				this.planCase);
	}

	/** What of a decision follows from its day. */
	public record DayBound(@Nullable String titleName, @Nullable RecheckResult recheck,
			@Nullable LocalDate reapplyFrom) {
	}

	/**
	 * @return by what it was decided, and when
	 */
	public Decided decided() {
		return new Decided(this.decidedUnder, this.decidedOn);
	}

	/**
	 * @return whether the park has this status by this decision: a recheck changes none,
	 * and neither does another plan
	 */
	public boolean makesIt(LifeStatus status) {
		return this.recheck == null && this.planCase == null && this.lifeStatus == status;
	}

}
