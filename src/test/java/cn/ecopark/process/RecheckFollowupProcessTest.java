package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecheckFollowupProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("recheck-followup");

	private final Course followup = caseIn("recheck-followup");

	@BeforeEach
	void ordersRectification() {
		this.followup.isStarted().waitsAt("Task_OrderRectification");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ORDERED");
		this.followup.waitsAt("Call_Rectification").stage("rectification").waitsAt("Task_Rectify");
	}

	@ParameterizedTest
	@ValueSource(strings = { "EXCELLENT", "GOOD", "MEDIUM", "QUALIFIED" })
	void endsWellWhenTheParkIsQualifiedNow(String grade) {
		finds("gradeRecheck", grade);

		rectificationEnds("DONE");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("ASSESSED");

		this.followup
			.passed("Task_OrderRectification", "Call_Rectification", "Task_Reassess", "Task_GradeReassessment",
					"Gateway_Qualified")
			.neverPassed("Task_ProposeRevocation")
			.endsAt("End_Rectified", "RECTIFIED");
	}

	@Test
	void proposesRevocationWhenTheParkIsStillUnqualified() {
		finds("gradeRecheck", "UNQUALIFIED");

		rectificationEnds("DONE");
		technicalUnit().decides("ASSESSED");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("PROPOSED");

		this.followup.passed("Gateway_Qualified", "Task_ProposeRevocation")
			.neverPassed("End_Rectified")
			.endsAt("End_RevocationProposed", "REVOCATION_PROPOSED");
	}

	@Test
	void reassessesOnceAlsoWhenTheRectificationIsNotDone() {
		rectificationEnds("NOT_DONE");

		this.followup.waitsAt("Task_Reassess").passed("Call_Rectification").neverPassed("Task_GradeReassessment");
	}

}
