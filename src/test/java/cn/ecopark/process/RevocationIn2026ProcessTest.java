package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RevocationIn2026ProcessTest extends RevocationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "revocation");

	RevocationIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
