package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class ConstructionApprovalProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "construction-approval");

	ConstructionApprovalProcessTest() {
		super(ShippedPacks.FIRST, "construction-approval", "Task_DraftNotice");
	}

}
