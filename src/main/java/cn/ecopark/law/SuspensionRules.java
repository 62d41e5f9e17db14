package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 中止、恢复办理: when a case may stand still, and when it goes on. */
public final class SuspensionRules {

	/** Name of the input in which the ground is chosen. */
	private static final String GROUND = "ground";

	private SuspensionRules() {
	}

	/**
	 * What nobody but its park may know of stands still by itself, and what has ended
	 * cannot.
	 * @param underWay whether it was handed in and is not closed
	 */
	public static void onlyACaseUnderWayIsSuspended(String park, boolean underWay) {
		if (!underWay) {
			throw LegalRefusal.ofProcedure("suspended-not-under-way", park);
		}
	}

	/**
	 * A case stands still once at a time: the second ground waits until the first is
	 * gone, or is written into the reason.
	 * @param since day since which it stands still; null where it does not
	 */
	public static void onlyOneSuspensionAtATime(@Nullable LocalDate since) {
		if (since != null) {
			throw LegalRefusal.ofProcedure("suspended-already", since.toString());
		}
	}

	/**
	 * No case stands still but for a ground that is named beforehand.
	 * @param known whether it is one of the day
	 */
	public static void onlyForAKnownGround(boolean known) {
		if (!known) {
			throw LegalRefusal.atField("suspension-ground", GROUND);
		}
	}

	/**
	 * @param since day since which it stands still; null where it does not
	 */
	public static void onlyASuspendedCaseIsTakenUp(@Nullable LocalDate since) {
		if (since == null) {
			throw LegalRefusal.ofProcedure("taken-up-not-suspended");
		}
	}

	/**
	 * Nothing is decided on a park whose case stands still, alone or with others.
	 * @param since day since which it does
	 */
	public static LegalRefusal nothingIsDecidedOn(String park, LocalDate since) {
		return LegalRefusal.ofProcedure("park-suspended", park, since.toString());
	}

	/**
	 * A limit does not run while the case stands still: the working days of that time are
	 * added to it. One that was over before stays over.
	 * @param days working days that were given, from the day the limit is counted from
	 * @param daysLeft working days that were left, negative once it was over
	 * @param suspended working days for which the case stood still
	 * @return working days that are given now
	 */
	public static int daysWithout(int days, int daysLeft, int suspended) {
		return daysLeft < 0 ? days : days + suspended;
	}

}
