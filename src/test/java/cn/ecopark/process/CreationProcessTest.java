package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CreationProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("creation");

	private final Course creation = caseIn("creation");

	@BeforeEach
	void startsWhenTheParkOpensItsDraft() {
		this.creation.isStarted().waitsAt("Call_Application").stage("application").waitsAt("Task_SubmitApplication");
	}

	@Test
	void approvesThePark() {
		applicationEnds(this.creation, "ADMITTED");
		this.creation.waitsAt("Call_PlanReview").stage("plan-review").waitsAt("Task_PreReview");
		planReviewEnds("PASSED");
		this.creation.waitsAt("Task_ComposeApprovalBatch");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.creation.waitsAt("Event_ApprovalResult");
		this.creation.receives("ISSUED");

		assertThat(calls()).containsOnlyOnce("recordApproval");
		this.creation
			.passed("Call_Application", "Gateway_Admitted", "Call_PlanReview", "Gateway_PlanPassed",
					"Task_ComposeApprovalBatch", "Event_ApprovalResult", "Gateway_Approved", "Task_RecordApproval")
			.neverPassed("Task_HandleStrikeOut", "Call_Rectification")
			.endsAt("End_Approved", "APPROVED");
	}

	@ParameterizedTest
	@CsvSource({ "REFUSED, End_Refused", "NOT_ADMITTED, End_NotAdmitted", "LAPSED, End_Lapsed" })
	void endsWithTheApplication(String result, String end) {
		applicationEnds(this.creation, result);

		this.creation.passed("Call_Application", "Gateway_Admitted").neverPassed("Call_PlanReview").endsAt(end, result);
	}

	@Test
	void endsWhenThePlanFails() {
		applicationEnds(this.creation, "ADMITTED");
		planReviewEnds("FAILED");

		this.creation.passed("Call_PlanReview", "Gateway_PlanPassed")
			.neverPassed("Task_ComposeApprovalBatch")
			.endsAt("End_PlanFailed", "FAILED");
	}

	@Test
	void goesIntoALaterBatchWhenItWasStruckOut() {
		isStruckOut();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");
		this.creation.waitsAt("Task_ComposeApprovalBatch")
			.passed("Gateway_Approved", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut")
			.neverPassed("Task_RecordApproval");
		office().decides("COMPOSED");
		this.creation.receives("ISSUED");

		this.creation.endsAt("End_Approved", "APPROVED");
	}

	@Test
	void goesBackToThePlanReviewWhenItWasStruckOut() {
		isStruckOut();

		office().decides("BACK");
		this.creation.waitsAt("Call_PlanReview");
		planReviewEnds("PASSED");

		this.creation.waitsAt("Task_ComposeApprovalBatch")
			.passed("Task_HandleStrikeOut", "Gateway_AfterStrikeOut", "Call_PlanReview", "Gateway_PlanPassed");
	}

	@Test
	void goesIntoALaterBatchOnceItsRectificationIsDone() {
		isStruckOut();

		office().decides("RECTIFY");
		this.creation.waitsAt("Call_Rectification");
		rectificationEnds("DONE");

		this.creation.waitsAt("Task_ComposeApprovalBatch")
			.passed("Gateway_AfterStrikeOut", "Call_Rectification", "Gateway_Rectified")
			.neverPassed("End_NotRectified");
	}

	@Test
	void isClosedWhenItsRectificationIsNotDone() {
		isStruckOut();

		office().decides("RECTIFY");
		rectificationEnds("NOT_DONE");

		this.creation.passed("Call_Rectification", "Gateway_Rectified").endsAt("End_NotRectified", "CLOSED");
	}

	@Test
	void isClosedWhenItWasStruckOut() {
		isStruckOut();

		office().decides("CLOSE");

		this.creation.passed("Gateway_AfterStrikeOut").neverPassed("Call_Rectification").endsAt("End_Closed", "CLOSED");
	}

	@Test
	void mayBeWithdrawn() {
		this.creation.isWithdrawnByThePark();

		this.creation.passed("Start_Withdrawn", "Task_RecordWithdrawal").endsAt("End_Withdrawn", "WITHDRAWN");
	}

	@Test
	void mayBeClosedByTheOffice() {
		this.creation.isClosedByTheOffice();

		this.creation.passed("Start_CloseRequested")
			.neverPassed("Task_RecordWithdrawal")
			.endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void isStruckOut() {
		applicationEnds(this.creation, "ADMITTED");
		planReviewEnds("PASSED");
		office().decides("COMPOSED");
		this.creation.receives("STRUCK_OUT");
		this.creation.waitsAt("Task_HandleStrikeOut");
	}

}
