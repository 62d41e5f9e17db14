package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * From what the years to the next recheck are counted. The measures say "every three
 * years after naming" (环发〔2015〕167号) and not whether a late recheck moves the ones after
 * it, so the pack says which of the two holds.
 */
public enum NextRecheckIsCounted {

	/** From the naming: a late recheck moves none of those after it. */
	FROM_NAMING {
		@Override
		LocalDate next(@Nullable LocalDate dueOn, LocalDate decidedOn, int years) {
			if (dueOn == null) {
				return decidedOn.plusYears(years);
			}
			long counted = years;
			while (!dueOn.plusYears(counted).isAfter(decidedOn)) {
				counted += years;
			}
			return dueOn.plusYears(counted);
		}
	},

	/** From the recheck that was made last. */
	FROM_LAST_RECHECK {
		@Override
		LocalDate next(@Nullable LocalDate dueOn, LocalDate decidedOn, int years) {
			return decidedOn.plusYears(years);
		}
	};

	/**
	 * @param dueOn when the recheck that was made had fallen due; null where nobody knew,
	 * then the years are counted from the recheck
	 * @param decidedOn when its result was issued
	 * @param years between two rechecks, more than none
	 * @return when the next one falls due, after both
	 * @throws IllegalArgumentException when there are no years
	 */
	public LocalDate after(@Nullable LocalDate dueOn, LocalDate decidedOn, int years) {
		if (years < 1) {
			throw new IllegalArgumentException("No years between two rechecks: " + years);
		}
		return next(dueOn, decidedOn, years);
	}

	abstract LocalDate next(@Nullable LocalDate dueOn, LocalDate decidedOn, int years);

}
