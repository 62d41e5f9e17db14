package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BiFunction;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.worklist.WorkItemLimits.Visit;

/** How many working days of a limit are left, and when its holder is reminded. */
public final class LimitRules {

	private LimitRules() {
	}

	/**
	 * A step that comes back resumes what was left of its limit, at least one day, or
	 * begins it anew.
	 * @param used working days the step has lain with its holder before
	 */
	public static int days(Limit limit, int used) {
		return limit.onReturn() == OnReturn.RESUME ? Math.max(1, limit.days() - used) : limit.days();
	}

	/**
	 * @return working days from the beginning of a step to the day of the reminder; never
	 * before the day after it began
	 */
	public static int daysUntilReminder(int days, int remindBefore) {
		return Math.max(1, days - remindBefore);
	}

	/**
	 * The day on which a visit begins is not counted, the one on which it ends is.
	 * @param workingDays between two days, the first left out
	 */
	public static int used(Collection<Visit> visits, BiFunction<LocalDate, LocalDate, Integer> workingDays) {
		return visits.stream()
			.mapToInt(visit -> workingDays.apply(LocalDate.ofInstant(visit.from(), CaseTime.ZONE),
					LocalDate.ofInstant(visit.to(), CaseTime.ZONE)))
			.sum();
	}

}
