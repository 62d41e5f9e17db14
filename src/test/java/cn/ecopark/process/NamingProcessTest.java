package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class NamingProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("naming");

	NamingProcessTest() {
		super("naming", "Task_DraftNotice");
	}

}
