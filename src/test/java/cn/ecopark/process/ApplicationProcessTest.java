package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class ApplicationProcessTest extends ApplicationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "application");

	ApplicationProcessTest() {
		super(ShippedPacks.FIRST, "application", "Task_SubmitApplication");
	}

}
