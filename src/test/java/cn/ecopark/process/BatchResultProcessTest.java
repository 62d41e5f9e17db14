package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class BatchResultProcessTest extends BatchResultRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "batch-result");

	BatchResultProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
