package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class AcceptanceApplicationProcessTest extends ApplicationRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "acceptance-application");

	AcceptanceApplicationProcessTest() {
		super(ShippedPacks.FIRST, "acceptance-application", "Task_SubmitAcceptanceApplication");
	}

}
