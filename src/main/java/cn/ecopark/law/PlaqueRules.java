package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 授牌: when the plaque of a title can have been handed over. */
public final class PlaqueRules {

	/** Name of the input of the day. */
	public static final String ON = "on";

	private PlaqueRules() {
	}

	/** 命名、授牌: only who bears the title is given its plaque. */
	public static void onlyANamedParkHasAPlaque(String park, boolean named) {
		if (!named) {
			throw LegalRefusal.ofProcedure("plaque-without-title", park);
		}
	}

	/**
	 * Not before the naming, nor on a day to come; where the naming is known to the month
	 * or year only, from its first day on.
	 * @param namedOn null where it is not known
	 */
	public static void dayIsBetweenNamingAndToday(LocalDate on, @Nullable LocalDate namedOn, LocalDate today) {
		if (namedOn != null && on.isBefore(namedOn)) {
			throw LegalRefusal.atField("plaque-before-naming", ON, namedOn.toString());
		}
		if (on.isAfter(today)) {
			throw LegalRefusal.atField("plaque-later", ON, today.toString());
		}
	}

	/**
	 * One plaque for each naming; what is on record is put right with a reason.
	 * @param recorded day of the plaque that is on record; null where there is none
	 * @param reason why it is put right; empty where it is not to be
	 */
	public static void plaqueIsRecordedOnce(@Nullable LocalDate recorded, String reason) {
		if (recorded != null && reason.isEmpty()) {
			throw LegalRefusal.atField("plaque-twice", "why", recorded.toString());
		}
	}

}
