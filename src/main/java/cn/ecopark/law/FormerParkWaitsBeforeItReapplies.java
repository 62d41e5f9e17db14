package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 重新申报: a park whose title was revoked, or that was removed from the list, may not apply
 * again for a period that the pack sets. The measures name none; yardsticks are the one
 * and three years of 行政许可法 78, 79.
 */
public final class FormerParkWaitsBeforeItReapplies {

	private static final String RULE = "reapplication-locked";

	private FormerParkWaitsBeforeItReapplies() {
	}

	/**
	 * @return the first day on which it may apply again
	 */
	public static LocalDate from(LocalDate decidedOn, int months) {
		return decidedOn.plusMonths(months);
	}

	/**
	 * @param from the first day on which it may; null where none is on record, as of a
	 * decision on paper without a date
	 * @throws LegalRefusal before that day
	 */
	public static void require(String park, @Nullable LocalDate from, LocalDate today) {
		if (from != null && today.isBefore(from)) {
			throw LegalRefusal.ofProcedure(RULE, park, from.toString());
		}
	}

}
