package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class RecheckResultProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("recheck-result");

	RecheckResultProcessTest() {
		super("recheck-result", new Steps("Task_DraftCircular", "Task_ConfirmGrades", "Event_ConfirmationOverdue"));
	}

}
