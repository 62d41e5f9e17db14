package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.Term;
import cn.ecopark.calendar.CalendarTables;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;

import static org.assertj.core.api.Assertions.assertThat;

/** The periods that a notice tells the public. */
class PublicPeriodsTest {

	private static final Map<Limit.Use, Limit> LIMITS = limits(
			Map.of(Limit.Use.NOTICE_PERIOD, 10, Limit.Use.NOTICE_PUBLICATION, 30, Limit.Use.OBJECTION_ASSIGNMENT, 2,
					Limit.Use.OBJECTION_VERIFICATION, 15, Limit.Use.OBJECTION_ANSWER, 7));

	private static WorkingDays workingDays;

	@BeforeAll
	static void calendar() {
		workingDays = CalendarTables.workingDays(TestDatabase.migrated());
	}

	private final PublicPeriods periods = new PublicPeriods(LIMITS::get, workingDays);

	@Test
	void lastTenWorkingDaysWithoutTheFirst() {
		assertThat(this.periods.noticeDays()).isEqualTo(10);
		assertThat(this.periods.lastDay(LocalDate.of(2019, 6, 3))).as("over the Dragon Boat Festival")
			.isEqualTo("2019-06-18");
	}

	@Test
	void promiseAnAnswerWithinAllThreeStepsTogether() {
		assertThat(this.periods.answerDays()).isEqualTo(2 + 15 + 7);
	}

	@Test
	void leaveThirtyWorkingDaysForPublishing() {
		assertThat(this.periods.latestPublication(LocalDate.of(2019, 5, 30))).isEqualTo("2019-07-12");
	}

	private static Map<Limit.Use, Limit> limits(Map<Limit.Use, Integer> days) {
		Map<Limit.Use, Limit> limits = new LinkedHashMap<>();
		days.forEach((use, number) -> limits.put(use,
				new Limit(use.name(), Term.ofDays(number), 1, OnReturn.RESTART, "期限", "Limit", "办法", true, use)));
		return limits;
	}

}
