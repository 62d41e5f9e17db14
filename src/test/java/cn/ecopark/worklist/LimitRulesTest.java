package cn.ecopark.worklist;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.Term;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.worklist.WorkItemLimits.Visit;

import static org.assertj.core.api.Assertions.assertThat;

class LimitRulesTest {

	@ParameterizedTest
	@CsvSource({ "0, 20", "5, 15", "19, 1", "20, 1", "35, 1" })
	void resumesWhatIsLeftButNeverLessThanADay(int used, int left) {
		assertThat(LimitRules.days(limit(OnReturn.RESUME), used)).isEqualTo(left);
	}

	@ParameterizedTest
	@CsvSource({ "0", "5", "35" })
	void restartsInFull(int used) {
		assertThat(LimitRules.days(limit(OnReturn.RESTART), used)).isEqualTo(20);
	}

	@ParameterizedTest
	@CsvSource({ "20, 3, 17", "4, 3, 1", "3, 3, 1", "2, 3, 1", "1, 0, 1", "20, 0, 20" })
	void remindsSoManyDaysBeforeTheEndButNotOnTheDayItBegins(int days, int before, int until) {
		assertThat(LimitRules.daysUntilReminder(days, before)).isEqualTo(until);
	}

	@Test
	void addsUpTheDaysOfAllVisitsInChina() {
		List<Visit> visits = List.of(visit("2018-03-01T23:30", "2018-03-05T00:30"),
				visit("2018-03-10T09:00", "2018-03-10T17:00"), visit("2018-03-12T00:10", "2018-03-13T23:50"));

		assertThat(LimitRules.used(visits, LimitRulesTest::calendarDays)).isEqualTo(4 + 0 + 1);
		assertThat(LimitRules.used(List.of(), LimitRulesTest::calendarDays)).isZero();
	}

	private static int calendarDays(LocalDate from, LocalDate to) {
		return (int) ChronoUnit.DAYS.between(from, to);
	}

	private static Visit visit(String from, String to) {
		return new Visit(LocalDateTime.parse(from).atZone(CaseTime.ZONE).toInstant(),
				LocalDateTime.parse(to).atZone(CaseTime.ZONE).toInstant());
	}

	private static Limit limit(OnReturn onReturn) {
		return new Limit("review", Term.ofDays(20), 3, onReturn, "审查", "Review", "办法", true, null);
	}

}
