package cn.ecopark.law;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 机构改革: when a unit may be closed or merged into another one, and into which. No source
 * says how procedures under way pass on; what is here keeps only that nothing is lost and
 * nobody decides whom the law has not called, and is to be confirmed by officials.
 */
public final class UnitEndRules {

	/** Names of the inputs. */
	public static final String UNIT = "unit";

	public static final String SUCCESSOR = "successor";

	public static final String ON = "on";

	private UnitEndRules() {
	}

	/**
	 * Nothing that is under way is left without anybody.
	 * @param succeeded whether another unit has its business from then on
	 * @param open what waits for it, in words
	 */
	public static void unitWithOpenStepsHasASuccessor(String unit, boolean succeeded, List<String> open) {
		if (!succeeded && !open.isEmpty()) {
			throw LegalRefusal.atField("unit-end-open", SUCCESSOR, unit, String.join("；", open));
		}
	}

	/** Nobody can say today that nothing will wait for the unit until a later day. */
	public static void unitWithoutSuccessorEndsNoLaterThanToday(boolean succeeded, LocalDate on, LocalDate today) {
		if (!succeeded && on.isAfter(today)) {
			throw LegalRefusal.atField("unit-end-later", ON, today.toString());
		}
	}

	/**
	 * Rights go by level and area, so does the business of a unit.
	 * @param alike whether the successor is of the same level and area
	 */
	public static void successorIsOfTheSameLevelAndArea(String unit, String successor, boolean alike) {
		if (!alike) {
			throw LegalRefusal.atField("unit-end-unlike", SUCCESSOR, unit, successor);
		}
	}

	/**
	 * @param there whether the successor has not ended itself by that day, and is not the
	 * unit
	 */
	public static void successorIsThereOnThatDay(String successor, boolean there, LocalDate on) {
		if (!there) {
			throw LegalRefusal.atField("unit-end-successor-gone", SUCCESSOR, successor, on.toString());
		}
	}

	/**
	 * Who decides jointly, and who examines, is said by day in series of their own, never
	 * by the way.
	 * @param named what still names the unit on that day or later, in words
	 */
	public static void unitIsNamedByNothingFromThatDayOn(String unit, LocalDate on, List<String> named) {
		if (!named.isEmpty()) {
			throw LegalRefusal.atField("unit-end-named", UNIT, unit, on.toString(), String.join("；", named));
		}
	}

	/**
	 * What is said by day names nobody who is no more.
	 * @param end first day on which the unit is no more
	 * @param outlasts whether it would be named on that day or later
	 */
	public static void nobodyIsNamedAfterHisEnd(String unit, LocalDate end, boolean outlasts) {
		if (outlasts) {
			throw LegalRefusal.atField("unit-end-outlasted", UNIT, unit, end.toString());
		}
	}

	/**
	 * In a joint decision each body acts for itself; one that has been asked answers
	 * before it ends.
	 * @param open its steps in joint decisions, in words
	 */
	public static void bodyHasAnsweredInJointDecisions(String unit, LocalDate on, LocalDate today, List<String> open) {
		if (!on.isAfter(today) && !open.isEmpty()) {
			throw LegalRefusal.atField("unit-end-joint", ON, unit, String.join("；", open));
		}
	}

	/**
	 * From the first day on which a unit is no more nobody acts or reads in its name. A
	 * body that was asked in a joint decision before finishes that, since nobody answers
	 * for it.
	 * @param successor who has its business; null where nobody has
	 * @param answersStill whether a step of a joint decision waits for it
	 */
	public static void nobodyActsForAUnitThatIsNoMore(String unit, LocalDate end, LocalDate today,
			@Nullable String successor, boolean answersStill) {
		if (!today.isBefore(end) && !answersStill) {
			throw successor == null ? LegalRefusal.ofProcedure("unit-closed", unit, end.toString())
					: LegalRefusal.ofProcedure("unit-merged", unit, end.toString(), successor);
		}
	}

}
