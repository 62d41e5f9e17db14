package cn.ecopark.law;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecheckRulesTest {

	private static final LocalDate DUE = LocalDate.of(2022, 7, 5);

	@Test
	void beginsOnTheFirstDayOfTheLeadAndNotTheDayBefore() {
		assertThatCode(() -> begins(DUE, 6, LocalDate.of(2022, 1, 5))).doesNotThrowAnyException();

		assertThatThrownBy(() -> begins(DUE, 6, LocalDate.of(2022, 1, 4))).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> {
					assertThat(refusal.rule()).isEqualTo("recheck-not-due");
					assertThat(refusal.field()).isNull();
					assertThat(refusal.arguments()).containsExactly("成都", "2022-07-05", "2022-01-05");
				});
	}

	@Test
	void beginsOnTheDayItFallsDueWhereThereIsNoLead() {
		assertThatCode(() -> begins(DUE, 0, DUE)).doesNotThrowAnyException();
		assertThatThrownBy(() -> begins(DUE, 0, DUE.minusDays(1))).isInstanceOf(LegalRefusal.class);
	}

	@Test
	void beginsLateToo() {
		assertThatCode(() -> begins(DUE, 6, LocalDate.of(2025, 1, 1))).doesNotThrowAnyException();
	}

	@Test
	void beginsAtAnyTimeWhereNobodyKnowsWhenItFallsDue() {
		assertThatCode(() -> begins(null, 6, LocalDate.of(2018, 1, 2))).doesNotThrowAnyException();
	}

	@Test
	void keepsThePaceOfTheNamingWhenARecheckIsLate() {
		assertThat(fromNaming(DUE, LocalDate.of(2022, 11, 30))).isEqualTo(LocalDate.of(2025, 7, 5));
		assertThat(fromNaming(DUE, LocalDate.of(2025, 7, 4))).isEqualTo(LocalDate.of(2025, 7, 5));
	}

	@Test
	void leavesOutTheRoundsThatPassedWithoutARecheck() {
		assertThat(fromNaming(DUE, LocalDate.of(2025, 7, 5))).isEqualTo(LocalDate.of(2028, 7, 5));
		assertThat(fromNaming(DUE, LocalDate.of(2031, 1, 1))).isEqualTo(LocalDate.of(2031, 7, 5));
	}

	@Test
	void countsARecheckMadeWithinItsLeadForTheRoundItWasDueIn() {
		assertThat(fromNaming(DUE, LocalDate.of(2022, 3, 1))).isEqualTo(LocalDate.of(2025, 7, 5));
	}

	@Test
	void keepsTheTwentyNinthOfFebruaryForTheYearsThatHaveOne() {
		assertThat(NextRecheckIsCounted.FROM_NAMING.after(LocalDate.of(2020, 2, 29), LocalDate.of(2023, 6, 1), 2))
			.isEqualTo(LocalDate.of(2024, 2, 29));
	}

	@Test
	void countsFromTheRecheckWhereNobodyKnewWhenItFellDue() {
		assertThat(fromNaming(null, LocalDate.of(2019, 9, 1))).isEqualTo(LocalDate.of(2022, 9, 1));
	}

	@Test
	void countsFromTheLastRecheckWhereThePackSaysSo() {
		assertThat(NextRecheckIsCounted.FROM_LAST_RECHECK.after(DUE, LocalDate.of(2022, 11, 30), 3))
			.isEqualTo(LocalDate.of(2025, 11, 30));
	}

	@Test
	void countsYearByYearWhereOneLiesBetween() {
		assertThat(NextRecheckIsCounted.FROM_NAMING.after(DUE, DUE, 1)).isEqualTo(DUE.plusYears(1));
	}

	@Test
	void countsNothingInYearsThatAreNone() {
		assertThatThrownBy(() -> NextRecheckIsCounted.FROM_NAMING.after(DUE, DUE, 0))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static void begins(LocalDate dueOn, int leadMonths, LocalDate today) {
		RecheckBeginsOnlyWhenDue.require("成都", dueOn, leadMonths, today);
	}

	private static LocalDate fromNaming(LocalDate dueOn, LocalDate decidedOn) {
		return NextRecheckIsCounted.FROM_NAMING.after(dueOn, decidedOn, 3);
	}

}
