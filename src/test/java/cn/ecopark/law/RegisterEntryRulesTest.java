package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterEntryRulesTest {

	private static final LocalDate BEFORE = LocalDate.of(2013, 4, 18);

	private static final LocalDate AFTER = LocalDate.of(2019, 7, 5);

	@Test
	void onlyTheLastDecisionIsUndone() {
		assertThat(broken(() -> RegisterEntryRules.onlyTheLastIsUndone("某园区", null))).isNull();
		assertThat(broken(() -> RegisterEntryRules.onlyTheLastIsUndone("某园区", "环科财〔2019〕1号")))
			.isEqualTo("later-decision-rests-on-it");
	}

	@Test
	void nothingIsUndoneUnderAnOpenCase() {
		assertThat(broken(() -> RegisterEntryRules.nothingIsUnderWay("某园区", null))).isNull();
		assertThat(broken(() -> RegisterEntryRules.nothingIsUnderWay("某园区", "2019-命-0001")))
			.isEqualTo("open-case-rests-on-it");
	}

	@Test
	void aCorrectedDateLiesBetweenItsNeighbours() {
		assertThat(date(BEFORE, BEFORE, AFTER)).isNull();
		assertThat(date(AFTER, BEFORE, AFTER)).isNull();
		assertThat(date(BEFORE.minusDays(1), BEFORE, AFTER)).isEqualTo("before-the-decision-before");
		assertThat(date(AFTER.plusDays(1), BEFORE, AFTER)).isEqualTo("after-the-decision-after");
		assertThat(date(BEFORE.minusDays(1), null, AFTER)).isNull();
		assertThat(date(AFTER.plusDays(1), BEFORE, null)).isNull();
	}

	@Test
	void onlyTheLastEntryMayGiveAnotherStanding() {
		assertThat(broken(() -> RegisterEntryRules.sameStandingUnlessLast("status", true, false))).isNull();
		assertThat(broken(() -> RegisterEntryRules.sameStandingUnlessLast("status", false, true))).isNull();
		assertThat(broken(() -> RegisterEntryRules.sameStandingUnlessLast("status", false, false)))
			.isEqualTo("another-standing-in-between");
	}

	@Test
	void saysItWhereItWasEntered() {
		LegalRefusal moved = LegalRefusal
			.of(() -> LegalRefusal.atInput("date", "f.issuedOn",
					() -> RegisterEntryRules.dateKeepsTheOrder("date", AFTER, null, BEFORE)))
			.orElseThrow();

		assertThat(moved.field()).isEqualTo("f.issuedOn");
		assertThat(moved.rule()).isEqualTo("after-the-decision-after");
		assertThat(moved.arguments()).containsExactly(BEFORE);
		assertThat(LegalRefusal
			.of(() -> LegalRefusal.atInput("date", "f.issuedOn",
					() -> RegisterEntryRules.onlyTheLastIsUndone("某园区", "号")))
			.orElseThrow()
			.field()).as("about no entry").isNull();
	}

	private static @Nullable String date(LocalDate corrected, @Nullable LocalDate before, @Nullable LocalDate after) {
		return broken(() -> RegisterEntryRules.dateKeepsTheOrder("date", corrected, before, after));
	}

	private static @Nullable String broken(Runnable rule) {
		return LegalRefusal.of(rule).map(LegalRefusal::rule).orElse(null);
	}

}
