package cn.ecopark.outcome;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecheckScoreTest {

	@Test
	void addsUpItsItemsExactly() {
		assertThat(RecheckScore.sumOfItems(Map.of("scoreA", new BigDecimal("0.1"), "scoreB", new BigDecimal("0.2"),
				"scoreC", 84, "scoreRemark", "很好", "total", 99)))
			.isEqualTo(new BigDecimal("84.3"));
	}

	@Test
	void isNothingWithoutItems() {
		assertThat(RecheckScore.sumOfItems(Map.of("total", 99))).isZero();
	}

}
