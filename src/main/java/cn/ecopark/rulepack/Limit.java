package cn.ecopark.rulepack;

/**
 * How long a step may take.
 *
 * @param days working days, counted from the day after the event
 * @param remindBefore working days before the end at which the holder is reminded
 * @param onReturn what happens to the limit when the step comes back after a correction
 * @param source where the figure comes from
 * @param confirmed whether it was checked against the official text
 */
public record Limit(String key, int days, int remindBefore, OnReturn onReturn, String label, String englishLabel,
		String source, boolean confirmed) {

	/** What happens to a limit when the step comes back after a correction. */
	public enum OnReturn {

		/** The full number of days runs again. */
		RESTART,
		/** Only the days left run on. */
		RESUME

	}

}
