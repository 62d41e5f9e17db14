package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecheckProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("recheck");

	private final Course recheck = caseIn("recheck");

	@ParameterizedTest
	@ValueSource(strings = { "EXCELLENT", "GOOD", "QUALIFIED" })
	void endsWellForAParkThatHoldsTheStandard(String grade) {
		finds("gradeRecheck", grade);
		this.recheck.isStarted().waitsAt("Task_SubmitSelfReport");

		park().isReminded().isToldOfTheEndOfTheLimit().submits();
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("FORWARD");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("ASSESSED");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.recheck.waitsAt("Event_RecheckResult");
		this.recheck.receives("ISSUED");

		this.recheck
			.passed("Task_SubmitSelfReport", "Task_ProvincialReview", "Gateway_Forwarded", "Task_AssessOnSite",
					"Task_GradeRecheck", "Task_ComposeResultBatch", "Event_RecheckResult", "Gateway_ResultIssued",
					"Gateway_Grade")
			.neverPassed("Task_Correct", "Task_SubmitImprovementPlan", "Call_RecheckFollowup")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void sendsTheSelfReportBackForCorrection() {
		this.recheck.isStarted();
		park().submits();

		ecology().decides("SEND_BACK");
		this.recheck.waitsAt("Task_Correct");
		park().isReminded().isToldOfTheEndOfTheLimit().submits();

		this.recheck.waitsAt("Task_ProvincialReview")
			.passed("Task_ProvincialReview", "Gateway_Forwarded", "Task_Correct")
			.neverPassed("Task_AssessOnSite");
	}

	@Test
	void wantsAnImprovementPlanFromAMediumPark() {
		reachesTheBatch("MEDIUM");
		this.recheck.receives("ISSUED");

		park().isReminded().isToldOfTheEndOfTheLimit().submits();

		this.recheck.passed("Gateway_Grade", "Task_SubmitImprovementPlan", "Gateway_PlanSubmitted")
			.neverPassed("Call_RecheckFollowup")
			.endsAt("End_Improving", "IMPROVING");
	}

	@Test
	void endsWithoutTheImprovementPlanOfAParkThatStaysSilent() {
		reachesTheBatch("MEDIUM");
		this.recheck.receives("ISSUED");

		park().staysSilent();

		this.recheck.passed("Task_SubmitImprovementPlan", "Gateway_PlanSubmitted")
			.neverPassed("End_Improving")
			.endsAt("End_PlanMissing", "PLAN_MISSING");
	}

	@Test
	void reachesTheAssessmentThoughNobodyAnswers() {
		this.recheck.isStarted();

		park().staysSilent();
		this.recheck.waitsAt("Task_ProvincialReview");
		ecology().decides("SEND_BACK");
		park().staysSilent();
		this.recheck.waitsAt("Task_ProvincialReview");
		ecology().staysSilent();

		this.recheck.waitsAt("Task_AssessOnSite").passed("Task_SubmitSelfReport", "Task_Correct", "Gateway_Forwarded");
	}

	@ParameterizedTest
	@CsvSource({ "QUALIFIED, End_Rectified, RECTIFIED", "UNQUALIFIED, End_RevocationProposed, REVOCATION_PROPOSED" })
	void followsUpAnUnqualifiedPark(String secondGrade, String end, String result) {
		reachesTheBatch("UNQUALIFIED");
		finds("gradeRecheck", secondGrade);
		this.recheck.receives("ISSUED");
		this.recheck.waitsAt("Call_RecheckFollowup").stage("recheck-followup").waitsAt("Task_OrderRectification");

		office().decides("ORDERED");
		rectificationEnds("DONE");
		technicalUnit().decides("ASSESSED");
		if ("REVOCATION_PROPOSED".equals(result)) {
			office().decides("PROPOSED");
		}

		this.recheck.passed("Gateway_Grade", "Call_RecheckFollowup", "Gateway_FollowupResult")
			.neverPassed("Task_SubmitImprovementPlan")
			.endsAt(end, result);
	}

	@Test
	void goesIntoALaterBatchWhenItWasStruckOut() {
		isStruckOut();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");

		this.recheck.waitsAt("Task_ComposeResultBatch")
			.passed("Gateway_ResultIssued", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut")
			.neverPassed("Gateway_Grade");
	}

	@Test
	void isAssessedAgainWhenItWasStruckOut() {
		isStruckOut();

		office().decides("BACK");

		this.recheck.waitsAt("Task_AssessOnSite").passed("Task_AssessOnSite", "Gateway_AfterStrikeOut");
	}

	@Test
	void isClosedWhenItWasStruckOut() {
		isStruckOut();

		office().decides("CLOSE");

		this.recheck.passed("Gateway_AfterStrikeOut").endsAt("End_Closed", "CLOSED");
	}

	@Test
	void mayBeClosedByTheOfficeButNotWithdrawnByThePark() {
		reachesTheBatch("UNQUALIFIED");
		this.recheck.receives("ISSUED");
		office().decides("ORDERED");

		assertThat(this.recheck.canBeWithdrawn()).isFalse();
		this.recheck.isClosedByTheOffice();

		this.recheck.passed("Start_CloseRequested").endsAt("End_ClosedByOffice", "CLOSED");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_Rectify");
	}

	private void reachesTheBatch(String grade) {
		finds("gradeRecheck", grade);
		this.recheck.isStarted();
		park().submits();
		ecology().decides("FORWARD");
		technicalUnit().decides("ASSESSED");
		office().decides("COMPOSED");
		this.recheck.waitsAt("Event_RecheckResult");
	}

	private void isStruckOut() {
		reachesTheBatch("GOOD");
		this.recheck.receives("STRUCK_OUT");
		this.recheck.waitsAt("Task_HandleStrikeOut");
	}

}
