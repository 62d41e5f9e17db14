package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

class ApplicationProcessTest extends ApplicationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("application");

	ApplicationProcessTest() {
		super("application", "Task_SubmitApplication");
	}

}
