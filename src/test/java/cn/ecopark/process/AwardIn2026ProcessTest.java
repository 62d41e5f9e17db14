package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class AwardIn2026ProcessTest extends AwardRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "award");

	AwardIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
