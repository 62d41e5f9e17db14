package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class NamingIn2026ProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "naming");

	NamingIn2026ProcessTest() {
		super(ShippedPacks.SECOND, "naming", "Task_DraftNotice");
	}

}
