package cn.ecopark.law;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContinuationRulesTest {

	@Test
	void onlyWhatIsClosedIsTakenUpAnew() {
		assertThatCode(() -> ContinuationRules.onlyWhatIsClosed("某园区", true)).doesNotThrowAnyException();
		refuses("continued-not-closed", () -> ContinuationRules.onlyWhatIsClosed("某园区", false));
	}

	@Test
	void whatWasDecidedIsPutRightOtherwise() {
		assertThatCode(() -> ContinuationRules.onlyWithoutADecision(null)).doesNotThrowAnyException();
		refuses("continued-decided", () -> ContinuationRules.onlyWithoutADecision("环科财〔2018〕1号"));
	}

	@Test
	void onlyWhatTheParkHasBegunGoesOn() {
		assertThatCode(() -> ContinuationRules.onlyWhatTheParkHasBegun("创建审批", true)).doesNotThrowAnyException();
		refuses("continued-not-of-the-park", () -> ContinuationRules.onlyWhatTheParkHasBegun("复查", false));
	}

	@Test
	void oneCaseGoesOnWithAnother() {
		assertThatCode(() -> ContinuationRules.onlyOnce(false)).doesNotThrowAnyException();
		refuses("continued-already", () -> ContinuationRules.onlyOnce(true));
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo(rule);
	}

}
