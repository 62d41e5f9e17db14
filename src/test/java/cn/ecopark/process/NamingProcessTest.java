package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class NamingProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "naming");

	NamingProcessTest() {
		super(ShippedPacks.FIRST, "naming", "Task_DraftNotice");
	}

}
