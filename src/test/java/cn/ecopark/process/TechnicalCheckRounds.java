package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

abstract class TechnicalCheckRounds extends StagedProcessTest {

	private final Course check = caseIn("technical-check");

	TechnicalCheckRounds(ReleaseId release) {
		super(release);
	}

	@BeforeEach
	void inspectsThePark() {
		this.check.isStarted().waitsAt("Task_PlanCheck");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("READY");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("DONE");
		this.check.waitsAt("Task_GiveCheckOpinion").passed("Task_PlanCheck", "Task_InspectOnSite");
	}

	@Test
	void recommendsAcceptance() {
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("PASS");

		this.check.passed("Task_GiveCheckOpinion", "Gateway_CheckOpinion")
			.neverPassed("Call_Rectification")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void fails() {
		technicalUnit().decides("FAIL");

		this.check.passed("Gateway_CheckOpinion").neverPassed("Call_Rectification").endsAt("End_Failed", "FAILED");
	}

	@Test
	void givesItsOpinionAgainAfterTheRectification() {
		technicalUnit().decides("RECTIFY");
		this.check.waitsAt("Call_Rectification").stage("rectification").waitsAt("Task_Rectify");
		rectificationEnds("DONE");
		this.check.waitsAt("Task_GiveCheckOpinion");
		technicalUnit().decides("PASS");

		this.check
			.passed("Gateway_CheckOpinion", "Call_Rectification", "Gateway_Rectified", "Task_GiveCheckOpinion",
					"Gateway_CheckOpinion")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void failsWhenTheRectificationIsNotDone() {
		technicalUnit().decides("RECTIFY");
		rectificationEnds("NOT_DONE");

		this.check.passed("Call_Rectification", "Gateway_Rectified").endsAt("End_NotRectified", "FAILED");
	}

}
