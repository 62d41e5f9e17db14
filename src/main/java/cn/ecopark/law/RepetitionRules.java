package cn.ecopark.law;

/** 补正、延期、继续整改: how often somebody may be sent back or given more time. */
public final class RepetitionRules {

	/** Name of the input by which the outcome of a step is chosen. */
	private static final String OUTCOME = "outcome";

	private RepetitionRules() {
	}

	/**
	 * 行政许可法 32(4): all that has to be put right is told once; 42: a period is extended
	 * once. A procedure that could be sent back for ever would have no limit at all. The
	 * figures are settings.
	 * @param outcome what it is called
	 * @param taken how often the step has ended so in this stage of the case
	 * @param most how often it may
	 * @throws LegalRefusal at the outcome, when it has ended so often enough
	 */
	public static void outcomeIsTakenOnlySoOften(String outcome, int taken, int most) {
		if (taken >= most) {
			throw LegalRefusal.atField("taken-too-often", OUTCOME, outcome, taken, most);
		}
	}

}
