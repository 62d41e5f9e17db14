package cn.ecopark.rulepack;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.rulepack.OutcomeKind.Marks;

import static org.assertj.core.api.Assertions.assertThat;

class MarksTest {

	@ParameterizedTest
	@CsvSource({ "true, false, true", "false, true, true", "true, true, true", "false, false, false" })
	void askForAReasonWhereADecisionIsAdverseOrSaysNothingByItself(boolean adverse, boolean reasoned, boolean needed) {
		assertThat(new Marks(adverse, true, true, true, true, true, reasoned).needsReason()).isEqualTo(needed);
	}

}
