package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class AcceptanceApplicationProcessTest extends ApplicationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("acceptance-application");

	AcceptanceApplicationProcessTest() {
		super("acceptance-application", "Task_SubmitAcceptanceApplication");
	}

}
