package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RevocationDecisionProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "revocation-decision");

	RevocationDecisionProcessTest() {
		super(ShippedPacks.FIRST, "revocation-decision", "Task_DraftNotice");
	}

}
