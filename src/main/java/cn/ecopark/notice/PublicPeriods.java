package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.function.Function;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.Limit;

/**
 * The periods that a notice tells the public. A first day is not counted; a period ends
 * at 24:00 of its last.
 *
 * @param limits of the rule pack, by their use
 */
record PublicPeriods(Function<Limit.Use, Limit> limits, WorkingDays workingDays) {

	/**
	 * @return working days of the notice
	 */
	int noticeDays() {
		return days(Limit.Use.NOTICE_PERIOD);
	}

	LocalDate lastDay(LocalDate firstDay) {
		return this.workingDays.plus(firstDay, noticeDays());
	}

	/**
	 * @return the last day on which what is drafted today may be published
	 */
	LocalDate latestPublication(LocalDate today) {
		return this.workingDays.plus(today, days(Limit.Use.NOTICE_PUBLICATION));
	}

	/**
	 * @return working days from an objection to its answer: until it is assigned,
	 * verified and answered
	 */
	int answerDays() {
		return days(Limit.Use.OBJECTION_ASSIGNMENT) + days(Limit.Use.OBJECTION_VERIFICATION)
				+ days(Limit.Use.OBJECTION_ANSWER);
	}

	private int days(Limit.Use limit) {
		return this.limits.apply(limit).days();
	}

}
