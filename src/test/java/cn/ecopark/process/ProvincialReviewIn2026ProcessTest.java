package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class ProvincialReviewIn2026ProcessTest extends ProvincialReviewRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "provincial-review");

	ProvincialReviewIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
