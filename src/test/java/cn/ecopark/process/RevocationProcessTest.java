package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RevocationProcessTest extends RevocationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "revocation");

	RevocationProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
