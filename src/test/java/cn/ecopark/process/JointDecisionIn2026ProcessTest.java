package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class JointDecisionIn2026ProcessTest extends CountersigningRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "joint-decision");

	JointDecisionIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
