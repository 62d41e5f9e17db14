package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class ConstructionApprovalProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("construction-approval");

	ConstructionApprovalProcessTest() {
		super("construction-approval", "Task_DraftNotice");
	}

}
