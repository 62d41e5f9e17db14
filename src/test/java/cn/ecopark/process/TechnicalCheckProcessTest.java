package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class TechnicalCheckProcessTest extends TechnicalCheckRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "technical-check");

	TechnicalCheckProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
