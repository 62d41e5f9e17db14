package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RecheckResultProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "recheck-result");

	RecheckResultProcessTest() {
		super(ShippedPacks.FIRST, "recheck-result", "Task_DraftCircular");
	}

}
