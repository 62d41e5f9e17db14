package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RectificationIn2026ProcessTest extends RectificationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "rectification");

	RectificationIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
