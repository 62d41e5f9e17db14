package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RevisionDecisionProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "revision-decision");

	RevisionDecisionProcessTest() {
		super(ShippedPacks.FIRST, "revision-decision", "Task_DraftNotice");
	}

}
