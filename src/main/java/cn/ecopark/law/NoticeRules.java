package cn.ecopark.law;

import java.time.LocalDate;

/** 公示: when a notice may begin and end, and what it must have shown before a naming. */
public final class NoticeRules {

	private static final String DAY = "f.publicationDay";

	private NoticeRules() {
	}

	/**
	 * What was agreed is published soon: a notice is not put off at will.
	 * @param latest last day by the limit of the rule pack
	 * @throws LegalRefusal at the day
	 */
	public static void publicationInTime(LocalDate chosen, LocalDate today, LocalDate latest) {
		if (chosen.isBefore(today)) {
			throw LegalRefusal.atField("publication-in-past", DAY, today);
		}
		if (chosen.isAfter(latest)) {
			throw LegalRefusal.atField("publication-too-late", DAY, latest);
		}
	}

	/**
	 * Whoever was asked to speak up is answered first, and what was upheld holds.
	 * @param open false where the objection was upheld
	 * @return why nothing may be decided on the park
	 */
	public static LegalRefusal objectionKeepsBack(String park, boolean open) {
		return LegalRefusal.ofProcedure(open ? "objection-open" : "objection-upheld", park);
	}

	/**
	 * A notice ends at 24:00 of its last day and not earlier, whatever moves the flow on.
	 * @param lastDay by the period of the rule pack, counted from the publication
	 */
	public static void endsAfterItsPeriod(LocalDate lastDay, LocalDate today) {
		if (!today.isAfter(lastDay)) {
			throw LegalRefusal.ofProcedure("notice-not-over", lastDay);
		}
	}

}
