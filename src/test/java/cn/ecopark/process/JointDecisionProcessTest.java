package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class JointDecisionProcessTest extends CountersigningRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "joint-decision");

	JointDecisionProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
