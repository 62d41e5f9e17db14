package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class RevocationDecisionProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("revocation-decision");

	RevocationDecisionProcessTest() {
		super("revocation-decision", "Task_DraftNotice");
	}

}
