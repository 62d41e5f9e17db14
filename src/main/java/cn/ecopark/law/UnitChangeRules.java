package cn.ecopark.law;

import java.util.List;

/**
 * 更换承办单位: when another unit takes the place of one that judges in a case, and which unit
 * may.
 */
public final class UnitChangeRules {

	/** Name of the input in which the other unit is chosen. */
	private static final String UNIT = "unit";

	private UnitChangeRules() {
	}

	/**
	 * What a unit has found stays its own: once no step of that role can come any more,
	 * another unit would bear the name of work that it has not done.
	 * @param role what the unit is in the case
	 * @param mayStillCome whether the case can still come to a step of that role
	 */
	public static void unitIsChangedOnlyWhileItHasSomethingToDo(String role, String unit, boolean mayStillCome) {
		if (!mayStillCome) {
			throw LegalRefusal.ofProcedure("unit-has-finished", role, unit);
		}
	}

	/**
	 * A step never goes to a unit in which nobody could do it.
	 * @param ableToAct how many people of it work on cases
	 */
	public static void unitHasSomebodyWhoActs(String unit, int ableToAct) {
		if (ableToAct == 0) {
			throw LegalRefusal.atField("unit-has-nobody", UNIT, unit);
		}
	}

	/**
	 * 回避: who judges on a panel works for none of those on whose work it judges,
	 * whichever of the two came first.
	 * @param experts names of those on the panel of the stage who work for the unit
	 */
	public static void unitIsNotThatOfAnExpert(String unit, List<String> experts) {
		if (!experts.isEmpty()) {
			throw LegalRefusal.atField("unit-of-an-expert", UNIT, unit, String.join("、", experts));
		}
	}

}
