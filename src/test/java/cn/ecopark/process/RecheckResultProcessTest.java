package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class RecheckResultProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("recheck-result");

	RecheckResultProcessTest() {
		super("recheck-result", "Task_DraftCircular");
	}

}
