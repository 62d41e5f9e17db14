package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class ObjectionProcessTest extends ObjectionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "objection");

	ObjectionProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
