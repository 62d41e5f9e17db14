package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class EvaluationResultProcessTest extends JointDecisionRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "evaluation-result");

	EvaluationResultProcessTest() {
		super(ShippedPacks.SECOND, "evaluation-result", "Task_DraftCircular");
	}

}
