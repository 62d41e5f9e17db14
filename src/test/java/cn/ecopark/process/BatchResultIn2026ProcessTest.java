package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class BatchResultIn2026ProcessTest extends BatchResultRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "batch-result");

	BatchResultIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
