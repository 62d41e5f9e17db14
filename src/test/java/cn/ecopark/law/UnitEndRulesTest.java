package cn.ecopark.law;

import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitEndRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2018, 3, 20);

	private static final LocalDate TOMORROW = TODAY.plusDays(1);

	private static final List<String> OPEN = List.of("某园区：审核");

	private static final List<String> NOTHING = List.of();

	@Test
	void whatIsOpenNeedsASuccessor() {
		allows(() -> UnitEndRules.unitWithOpenStepsHasASuccessor("甲院", false, NOTHING));
		allows(() -> UnitEndRules.unitWithOpenStepsHasASuccessor("甲院", true, OPEN));
		refuses("unit-end-open", () -> UnitEndRules.unitWithOpenStepsHasASuccessor("甲院", false, OPEN));
	}

	@Test
	void nobodyIsClosedAheadWithoutASuccessor() {
		allows(() -> UnitEndRules.unitWithoutSuccessorEndsNoLaterThanToday(false, TODAY, TODAY));
		allows(() -> UnitEndRules.unitWithoutSuccessorEndsNoLaterThanToday(true, TOMORROW, TODAY));
		refuses("unit-end-later", () -> UnitEndRules.unitWithoutSuccessorEndsNoLaterThanToday(false, TOMORROW, TODAY));
	}

	@Test
	void theSuccessorIsAlikeAndThere() {
		allows(() -> UnitEndRules.successorIsOfTheSameLevelAndArea("甲厅", "乙厅", true));
		refuses("unit-end-unlike", () -> UnitEndRules.successorIsOfTheSameLevelAndArea("甲厅", "乙院", false));
		allows(() -> UnitEndRules.successorIsThereOnThatDay("乙厅", true, TODAY));
		refuses("unit-end-successor-gone", () -> UnitEndRules.successorIsThereOnThatDay("乙厅", false, TODAY));
	}

	@Test
	void whoIsNamedByDayDoesNotEndBefore() {
		allows(() -> UnitEndRules.unitIsNamedByNothingFromThatDayOn("甲部", TODAY, NOTHING));
		refuses("unit-end-named", () -> UnitEndRules.unitIsNamedByNothingFromThatDayOn("甲部", TODAY, List.of("乙办法")));
		allows(() -> UnitEndRules.nobodyIsNamedAfterHisEnd("甲部", TODAY, false));
		refuses("unit-end-outlasted", () -> UnitEndRules.nobodyIsNamedAfterHisEnd("甲部", TODAY, true));
	}

	@Test
	void aBodyAnswersItselfInAJointDecision() {
		allows(() -> UnitEndRules.bodyHasAnsweredInJointDecisions("甲部", TODAY, TODAY, NOTHING));
		allows(() -> UnitEndRules.bodyHasAnsweredInJointDecisions("甲部", TOMORROW, TODAY, OPEN));
		refuses("unit-end-joint", () -> UnitEndRules.bodyHasAnsweredInJointDecisions("甲部", TODAY, TODAY, OPEN));
	}

	@Test
	void nobodyActsForAUnitThatIsNoMore() {
		LocalDate yesterday = TODAY.minusDays(1);
		allows(() -> UnitEndRules.nobodyActsForAUnitThatIsNoMore("甲院", TOMORROW, TODAY, "乙院", false));
		refuses("unit-merged", () -> UnitEndRules.nobodyActsForAUnitThatIsNoMore("甲院", TODAY, TODAY, "乙院", false));
		refuses("unit-merged", () -> UnitEndRules.nobodyActsForAUnitThatIsNoMore("甲院", yesterday, TODAY, "乙院", false));
		refuses("unit-closed", () -> UnitEndRules.nobodyActsForAUnitThatIsNoMore("甲院", TODAY, TODAY, null, false));
		allows(() -> UnitEndRules.nobodyActsForAUnitThatIsNoMore("甲部", yesterday, TODAY, "乙部", true));
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
