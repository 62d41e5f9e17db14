package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 更正登记: how an entry on a park that is wrong is put right. What rests on an entry is not
 * left without it, and decisions keep the order in which they follow from each other.
 */
public final class RegisterEntryRules {

	private RegisterEntryRules() {
	}

	/**
	 * Only the last decision on a park is undone: a later one presupposes it.
	 * @param later number or date of a decision made after it; {@code null} where there
	 * is none
	 */
	public static void onlyTheLastIsUndone(String park, @Nullable String later) {
		if (later != null) {
			throw LegalRefusal.ofProcedure("later-decision-rests-on-it", park, later);
		}
	}

	/**
	 * What a park begins, it begins by its standing; while a case is open, the standing
	 * it began by is not taken from it.
	 * @param openCase what is under way; {@code null} for nothing
	 */
	public static void nothingIsUnderWay(String park, @Nullable String openCase) {
		if (openCase != null) {
			throw LegalRefusal.ofProcedure("open-case-rests-on-it", park, openCase);
		}
	}

	/**
	 * A corrected date lies between the decision before and the one after; where a date
	 * is known to the month or year only, its first day counts.
	 * @param field where the date is entered
	 * @param before first day of the decision before it; {@code null} where there is none
	 * or it is not known
	 * @param after first day of the decision after it; the same
	 */
	public static void dateKeepsTheOrder(String field, LocalDate corrected, @Nullable LocalDate before,
			@Nullable LocalDate after) {
		if (before != null && corrected.isBefore(before)) {
			throw LegalRefusal.atField("before-the-decision-before", field, before);
		}
		if (after != null && corrected.isAfter(after)) {
			throw LegalRefusal.atField("after-the-decision-after", field, after);
		}
	}

	/**
	 * A corrected entry says when or by what the park became what it is, and not that it
	 * became something else, on which the decisions after it could not rest.
	 * @param field where the status is entered
	 * @param same whether the corrected entry gives the park the same standing
	 * @param last whether no decision was made after it
	 */
	public static void sameStandingUnlessLast(String field, boolean same, boolean last) {
		if (!same && !last) {
			throw LegalRefusal.atField("another-standing-in-between", field);
		}
	}

}
