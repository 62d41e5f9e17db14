package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class ObjectionIn2026ProcessTest extends ObjectionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "objection");

	ObjectionIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
