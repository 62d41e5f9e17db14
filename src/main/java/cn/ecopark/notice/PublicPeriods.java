package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.function.Function;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.Limit;

/**
 * The periods that a notice tells the public. A first day is not counted; a period ends
 * at 24:00 of its last.
 *
 * @param limits of the rule pack, by their key
 */
record PublicPeriods(Function<String, Limit> limits, WorkingDays workingDays) {

	/**
	 * @return working days of the notice
	 */
	int noticeDays() {
		return days("publicNotice");
	}

	LocalDate lastDay(LocalDate firstDay) {
		return this.workingDays.plus(firstDay, noticeDays());
	}

	/**
	 * @return the last day on which what is drafted today may be published
	 */
	LocalDate latestPublication(LocalDate today) {
		return this.workingDays.plus(today, days("noticePublication"));
	}

	/**
	 * @return working days from an objection to its answer: until it is assigned,
	 * verified and answered
	 */
	int answerDays() {
		return days("assignObjection") + days("verifyObjection") + days("answerObjection");
	}

	private int days(String limit) {
		return this.limits.apply(limit).days();
	}

}
