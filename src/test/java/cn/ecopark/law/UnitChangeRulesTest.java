package cn.ecopark.law;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitChangeRulesTest {

	@Test
	void aUnitIsChangedOnlyWhileAStepOfItCanCome() {
		assertThatCode(() -> UnitChangeRules.unitIsChangedOnlyWhileItHasSomethingToDo("技术支持单位", "甲院", true))
			.doesNotThrowAnyException();
		refuses("unit-has-finished",
				() -> UnitChangeRules.unitIsChangedOnlyWhileItHasSomethingToDo("技术支持单位", "甲院", false));
	}

	@Test
	void nothingGoesToAUnitInWhichNobodyActs() {
		assertThatCode(() -> UnitChangeRules.unitHasSomebodyWhoActs("乙所", 1)).doesNotThrowAnyException();
		refuses("unit-has-nobody", () -> UnitChangeRules.unitHasSomebodyWhoActs("乙所", 0));
	}

	@Test
	void noUnitTakesPartForWhichAnExpertOfThePanelWorks() {
		assertThatCode(() -> UnitChangeRules.unitIsNotThatOfAnExpert("乙所", List.of())).doesNotThrowAnyException();
		refuses("unit-of-an-expert", () -> UnitChangeRules.unitIsNotThatOfAnExpert("乙所", List.of("张某")));
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo(rule);
	}

}
