package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class ConstructionApprovalProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("construction-approval");

	ConstructionApprovalProcessTest() {
		super("construction-approval", new Steps("Task_DraftNotice", "Task_Countersign", "Event_CountersignOverdue"));
	}

}
