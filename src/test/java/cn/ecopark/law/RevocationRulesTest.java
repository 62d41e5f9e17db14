package cn.ecopark.law;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevocationRulesTest {

	private static final LocalDate FROM = LocalDate.of(2023, 11, 30);

	private static final LocalDate LAST_DAY = LocalDate.of(2022, 10, 21);

	@Test
	void locksForTheMonthsOfThePack() {
		assertThat(FormerParkWaitsBeforeItReapplies.from(LocalDate.of(2022, 11, 30), 12)).isEqualTo(FROM);
	}

	@Test
	void letsAFormerParkApplyOnTheFirstDayAndNotTheDayBefore() {
		assertThatCode(() -> FormerParkWaitsBeforeItReapplies.require("青浦", FROM, FROM)).doesNotThrowAnyException();

		assertThatThrownBy(() -> FormerParkWaitsBeforeItReapplies.require("青浦", FROM, FROM.minusDays(1)))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
				assertThat(refusal.rule()).isEqualTo("reapplication-locked");
				assertThat(refusal.arguments()).containsExactly("青浦", "2023-11-30");
			});
	}

	@Test
	void locksNobodyWhereNoDayIsOnRecord() {
		assertThatCode(() -> FormerParkWaitsBeforeItReapplies.require("青浦", null, LocalDate.of(2018, 1, 2)))
			.doesNotThrowAnyException();
	}

	@Test
	void decidesAtOnceWhenTheParkHasStatedItsCase() {
		assertThatCode(() -> decides(true, true, LAST_DAY, LocalDate.of(2022, 10, 10))).doesNotThrowAnyException();
	}

	@Test
	void waitsForTheWholeTimeOfAParkThatIsSilent() {
		assertRefused("revocation-before-statement", () -> decides(true, false, LAST_DAY, LAST_DAY));

		assertThatCode(() -> decides(true, false, LAST_DAY, LAST_DAY.plusDays(1))).doesNotThrowAnyException();
	}

	@Test
	void decidesNothingWithoutAGroundEvenIfTheParkHasSpoken() {
		assertRefused("revocation-not-filed", () -> decides(false, true, LAST_DAY, LAST_DAY.plusDays(9)));
	}

	@Test
	void decidesNothingAboutAParkThatWasNeverAsked() {
		assertRefused("revocation-without-hearing", () -> decides(true, false, null, LocalDate.of(2099, 1, 1)));
	}

	private static void decides(boolean filed, boolean stated, LocalDate lastDay, LocalDate today) {
		ParkIsHeardBeforeItIsRevoked.require("青浦", filed, stated, lastDay, today);
	}

	private static void assertRefused(String rule, Runnable decision) {
		assertThatThrownBy(decision::run).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

}
