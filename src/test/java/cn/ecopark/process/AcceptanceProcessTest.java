package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class AcceptanceProcessTest extends AcceptanceRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "acceptance");

	AcceptanceProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
