package cn.ecopark.law;

import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParkMergerRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2018, 3, 20);

	@Test
	void noCaseIsLost() {
		allows(() -> ParkMergerRules.nothingRunsForTheOneThatEnds("甲园区", List.of()));
		refuses("merger-cases-run", () -> ParkMergerRules.nothingRunsForTheOneThatEnds("甲园区", List.of("2018-创-0001")));
	}

	@Test
	void theOtherOneGoesOn() {
		allows(() -> ParkMergerRules.theOneThatGoesOnIsThere("乙园区", true));
		refuses("merger-into-none", () -> ParkMergerRules.theOneThatGoesOnIsThere("乙园区", false));
	}

	@Test
	void theDayIsNotBeforeTheLastDecisionNorToCome() {
		allows(() -> ParkMergerRules.dayIsBetweenTheLastDecisionAndToday(TODAY, TODAY, TODAY));
		allows(() -> ParkMergerRules.dayIsBetweenTheLastDecisionAndToday(TODAY.minusYears(9), null, TODAY));
		refuses("merger-later",
				() -> ParkMergerRules.dayIsBetweenTheLastDecisionAndToday(TODAY.plusDays(1), null, TODAY));
		refuses("merger-before-decision",
				() -> ParkMergerRules.dayIsBetweenTheLastDecisionAndToday(TODAY.minusDays(1), TODAY, TODAY));
	}

	private static void allows(ThrowingCallable command) {
		assertThatCode(command).doesNotThrowAnyException();
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo(rule);
	}

}
