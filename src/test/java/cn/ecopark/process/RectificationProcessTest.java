package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RectificationProcessTest extends RectificationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "rectification");

	RectificationProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
