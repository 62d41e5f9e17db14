package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class RevocationDecisionIn2026ProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "revocation-decision");

	RevocationDecisionIn2026ProcessTest() {
		super(ShippedPacks.SECOND, "revocation-decision", "Task_DraftNotice");
	}

}
