package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 复查: a park is rechecked when its recheck falls due and not before (环发〔2015〕167号: every
 * three years after naming). Since rechecks are begun in rounds, the pack may allow some
 * months of lead.
 */
public final class RecheckBeginsOnlyWhenDue {

	private static final String RULE = "recheck-not-due";

	private RecheckBeginsOnlyWhenDue() {
	}

	/**
	 * @return the first day on which it may begin
	 */
	public static LocalDate earliest(LocalDate dueOn, int leadMonths) {
		return dueOn.minusMonths(leadMonths);
	}

	/**
	 * @param dueOn null where the register does not know: nobody can then say that it is
	 * too early
	 * @throws LegalRefusal before the lead begins
	 */
	public static void require(String park, @Nullable LocalDate dueOn, int leadMonths, LocalDate today) {
		if (dueOn == null) {
			return;
		}
		LocalDate earliest = earliest(dueOn, leadMonths);
		if (today.isBefore(earliest)) {
			throw LegalRefusal.ofProcedure(RULE, park, dueOn.toString(), earliest.toString());
		}
	}

}
