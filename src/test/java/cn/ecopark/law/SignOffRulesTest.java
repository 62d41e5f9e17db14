package cn.ecopark.law;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who of a unit may put his hand to a decision, and who may not. */
class SignOffRulesTest {

	private static final long CLERK = 1;

	private static final long LEADER = 2;

	private static final long SECOND_CLERK = 3;

	private static final long SECOND_LEADER = 4;

	private static final Map<Long, Boolean> UNIT = Map.of(CLERK, false, LEADER, true);

	@Test
	void letsAColleagueSignAndNotWhoeverProposed() {
		assertThatCode(() -> SignOffRules.nobodySignsTwice("会签", LEADER, List.of(CLERK))).doesNotThrowAnyException();
		refused("sign-off-same-person", () -> SignOffRules.nobodySignsTwice("会签", CLERK, List.of(CLERK)));
	}

	@Test
	void knowsWhoeverReviewedAsOneWhoHasSigned() {
		refused("sign-off-same-person", () -> SignOffRules.nobodySignsTwice("会签", LEADER, List.of(CLERK, LEADER)));
	}

	@Test
	void letsOnlyTheUnitSign() {
		assertThatCode(() -> SignOffRules.onlyTheUnitSigns("会签", LEADER, true, UNIT)).doesNotThrowAnyException();
		refused("sign-off-other-unit", () -> SignOffRules.onlyTheUnitSigns("会签", LEADER, false, UNIT));
	}

	/** Members are those whose accounts are open. */
	@Test
	void letsNobodySignWhoseAccountIsClosed() {
		refused("sign-off-other-unit", () -> SignOffRules.onlyTheUnitSigns("会签", SECOND_LEADER, true, UNIT));
	}

	/** Whoever stands in for somebody signs as himself. */
	@Test
	void letsNobodySignTwiceByActingForAnother() {
		Map<Long, Boolean> standingIn = Map.of(CLERK, true, LEADER, true);

		refused("sign-off-same-person", () -> SignOffRules.nobodySignsTwice("会签", CLERK, List.of(CLERK)));
		assertThat(SignOffRules.canBeSigned(2, List.of(CLERK), standingIn)).isTrue();
	}

	@Test
	void asksForALeadersSignatureInTheEnd() {
		assertThatCode(() -> SignOffRules.theLastSignatureIsALeaders("会签", LEADER, UNIT)).doesNotThrowAnyException();
		refused("sign-off-no-leader", () -> SignOffRules.theLastSignatureIsALeaders("会签", CLERK, UNIT));
		refused("sign-off-no-leader", () -> SignOffRules.theLastSignatureIsALeaders("会签", SECOND_CLERK, UNIT));
	}

	@Test
	void letsALeaderProposeOnlyBesideAnotherLeader() {
		refused("sign-off-nobody-left", () -> SignOffRules.somebodyIsLeftToSign("会签", 2, List.of(LEADER), UNIT));
		assertThatCode(() -> SignOffRules.somebodyIsLeftToSign("会签", 2, List.of(LEADER),
				Map.of(CLERK, false, LEADER, true, SECOND_LEADER, true)))
			.doesNotThrowAnyException();
		assertThatCode(() -> SignOffRules.somebodyIsLeftToSign("会签", 2, List.of(CLERK), UNIT))
			.doesNotThrowAnyException();
	}

	@Test
	void countsThoseWhoAreLeft() {
		assertThat(SignOffRules.canBeSigned(2, List.of(), UNIT)).isTrue();
		assertThat(SignOffRules.canBeSigned(3, List.of(), UNIT)).isFalse();
		assertThat(SignOffRules.canBeSigned(3, List.of(CLERK), UNIT)).isFalse();
		assertThat(SignOffRules.canBeSigned(3, List.of(CLERK), Map.of(CLERK, false, LEADER, true, SECOND_CLERK, false)))
			.isTrue();
		assertThat(SignOffRules.canBeSigned(3, List.of(CLERK, LEADER),
				Map.of(CLERK, false, LEADER, true, SECOND_CLERK, false)))
			.isFalse();
		assertThat(SignOffRules.canBeSigned(2, List.of(), Map.of(LEADER, true))).isFalse();
		assertThat(SignOffRules.canBeSigned(2, List.of(CLERK), Map.of())).isFalse();
	}

	private static void refused(String rule, Runnable signing) {
		assertThatThrownBy(signing::run).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

}
