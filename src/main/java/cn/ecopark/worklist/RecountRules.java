package cn.ecopark.worklist;

import java.time.LocalDate;

/** What a changed calendar makes of the last day of a step that is open. */
public final class RecountRules {

	private RecountRules() {
	}

	/**
	 * More days off give more time. Days worked instead of off take time away, but none
	 * that is over: a step does not lapse or fall behind by a change that is made today,
	 * and one that is behind already stays behind as it was.
	 * @param former the last day until now
	 * @param counted the last day as it would have been
	 */
	public static LocalDate lastDay(LocalDate former, LocalDate counted, LocalDate today) {
		if (!counted.isBefore(former) || !counted.isBefore(today)) {
			return counted;
		}
		return former.isBefore(today) ? former : today;
	}

}
