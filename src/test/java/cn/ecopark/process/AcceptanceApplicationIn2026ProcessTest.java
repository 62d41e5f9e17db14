package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class AcceptanceApplicationIn2026ProcessTest extends ApplicationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "acceptance-application");

	AcceptanceApplicationIn2026ProcessTest() {
		super(ShippedPacks.SECOND, "acceptance-application", "Task_SubmitAcceptanceApplication");
	}

}
