package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class AcceptanceIn2026ProcessTest extends AcceptanceRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "acceptance");

	AcceptanceIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
