package cn.ecopark.law;

import java.time.LocalDate;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuspensionRulesTest {

	private static final LocalDate DAY = LocalDate.of(2018, 5, 4);

	@Test
	void onlyACaseUnderWayStandsStill() {
		assertThatCode(() -> SuspensionRules.onlyACaseUnderWayIsSuspended("某园区", true)).doesNotThrowAnyException();
		refuses("suspended-not-under-way", () -> SuspensionRules.onlyACaseUnderWayIsSuspended("某园区", false));
	}

	@Test
	void standsStillOnceAtATime() {
		assertThatCode(() -> SuspensionRules.onlyOneSuspensionAtATime(null)).doesNotThrowAnyException();
		refuses("suspended-already", () -> SuspensionRules.onlyOneSuspensionAtATime(DAY));
	}

	@Test
	void standsStillForAGroundThatIsNamedBeforehand() {
		assertThatCode(() -> SuspensionRules.onlyForAKnownGround(true)).doesNotThrowAnyException();
		refuses("suspension-ground", () -> SuspensionRules.onlyForAKnownGround(false));
	}

	@Test
	void isTakenUpOnlyWhereItStandsStill() {
		assertThatCode(() -> SuspensionRules.onlyASuspendedCaseIsTakenUp(DAY)).doesNotThrowAnyException();
		refuses("taken-up-not-suspended", () -> SuspensionRules.onlyASuspendedCaseIsTakenUp(null));
	}

	@Test
	void namesTheParkOnWhichNothingIsDecided() {
		assertThat(SuspensionRules.nothingIsDecidedOn("某园区", DAY).arguments()).containsExactly("某园区", "2018-05-04");
	}

	@Test
	void addsTheDaysToALimitThatRan() {
		assertThat(SuspensionRules.daysWithout(15, 13, 30)).isEqualTo(45);
		assertThat(SuspensionRules.daysWithout(15, 0, 30)).as("on its last day").isEqualTo(45);
		assertThat(SuspensionRules.daysWithout(15, -1, 30)).as("over before").isEqualTo(15);
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo(rule);
	}

}
