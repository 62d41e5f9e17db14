package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.law.SilenceRules.StandIn;
import cn.ecopark.law.SilenceRules.Way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When somebody counts as silent, and for what silence stands. */
class SilenceRulesTest {

	private static final LocalDate FIRST = LocalDate.of(2018, 3, 5);

	private static final LocalDate LAST = LocalDate.of(2018, 5, 2);

	private static final Way DRAWN = new Way(new StandIn("逾期未答复", true, false), false);

	@ParameterizedTest
	@CsvSource({ "2018-03-05", "2018-03-06", "2018-05-02" })
	void takesADayThatLeavesTime(LocalDate day) {
		assertThatCode(() -> SilenceRules.lastDayLeavesTimeToAnswer(day, FIRST, LAST)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "2018-03-04", "2018-05-03", "1018-03-06", "9999-12-31" })
	void refusesADayTooSoonOrTooLate(LocalDate day) {
		refuses("last-day-out-of-bounds", "lastDay", () -> SilenceRules.lastDayLeavesTimeToAnswer(day, FIRST, LAST));
	}

	@Test
	void neverShortensALimit() {
		SilenceRules.lastDayTakesNoTimeAway(FIRST, FIRST, null);
		SilenceRules.lastDayTakesNoTimeAway(FIRST, null, null);

		refuses("last-day-before-limit", "lastDay",
				() -> SilenceRules.lastDayTakesNoTimeAway(FIRST, FIRST.plusDays(1), null));
	}

	@Test
	void neverBringsALastDayForward() {
		SilenceRules.lastDayTakesNoTimeAway(FIRST, null, FIRST);
		SilenceRules.lastDayTakesNoTimeAway(FIRST, null, FIRST.minusDays(1));

		refuses("last-day-before-former", "lastDay",
				() -> SilenceRules.lastDayTakesNoTimeAway(FIRST, null, FIRST.plusDays(1)));
	}

	@Test
	void setsNoLastDayWhereTheDiagramHasOne() {
		SilenceRules.lastDayIsSetOnlyWhereNoneIsDrawn("省级初审", DRAWN);

		refuses("last-day-drawn", null, () -> SilenceRules.lastDayIsSetOnlyWhereNoneIsDrawn("会签", new Way(null, true)));
	}

	@Test
	void findsSilenceOnlyOnceTheLastDayIsOver() {
		SilenceRules.silenceIsFoundOnlyAfterTheLastDay("省级初审", FIRST, FIRST.plusDays(1));

		refuses("silence-without-last-day", null,
				() -> SilenceRules.silenceIsFoundOnlyAfterTheLastDay("省级初审", null, LAST));
		refuses("silence-before-last-day", null,
				() -> SilenceRules.silenceIsFoundOnlyAfterTheLastDay("省级初审", FIRST, FIRST));
	}

	@Test
	void neverTakesSilenceForAVote() {
		SilenceRules.silenceIsNoVote("省级初审", false);

		refuses("silence-is-no-vote", null, () -> SilenceRules.silenceIsNoVote("会签", true));
	}

	@Test
	void letsSilenceStandForNothingButItself() {
		SilenceRules.silenceIsNoDecision("省级初审", DRAWN);

		refuses("silence-is-no-decision", null, () -> SilenceRules.silenceIsNoDecision("技术核查", new Way(null, false)));
		refuses("silence-is-no-decision", null,
				() -> SilenceRules.silenceIsNoDecision("省级初审", new Way(new StandIn("转报", false, false), false)));
		refuses("silence-is-no-decision", null,
				() -> SilenceRules.silenceIsNoDecision("省级初审", new Way(new StandIn("逾期未答复", true, true), false)));
	}

	@Test
	void countsHowOftenAStepEndsTheSameWay() {
		RepetitionRules.outcomeIsTakenOnlySoOften("退回补正", 0, 2);
		RepetitionRules.outcomeIsTakenOnlySoOften("退回补正", 1, 2);

		refuses("taken-too-often", "outcome", () -> RepetitionRules.outcomeIsTakenOnlySoOften("退回补正", 2, 2));
		refuses("taken-too-often", "outcome", () -> RepetitionRules.outcomeIsTakenOnlySoOften("延期", 0, 0));
	}

	private static void refuses(String rule, @Nullable String field, Runnable command) {
		assertThatThrownBy(command::run).isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.field()).isEqualTo(field);
		});
	}

	@Test
	void givesAStepToAnotherOnlyWhereOneMayAndAfterTheLastDay() {
		LocalDate today = LocalDate.of(2018, 1, 6);
		assertThat(handedOver(true, LocalDate.of(2018, 1, 5), today)).isNull();
		assertThat(handedOver(true, today, today)).isEqualTo("hand-over-before-last-day");
		assertThat(handedOver(true, null, today)).isEqualTo("hand-over-before-last-day");
		assertThat(handedOver(false, LocalDate.of(2018, 1, 5), today)).isEqualTo("holder-not-exchangeable");
	}

	private static @Nullable String handedOver(boolean exchangeable, @Nullable LocalDate lastDay, LocalDate today) {
		return LegalRefusal
			.of(() -> SilenceRules.stepGoesToAnotherOnlyAfterTheLastDay("技术预审", "某单位", exchangeable, lastDay, today))
			.map(LegalRefusal::rule)
			.orElse(null);
	}

}
