package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class TechnicalCheckIn2026ProcessTest extends TechnicalCheckRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "technical-check");

	TechnicalCheckIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
