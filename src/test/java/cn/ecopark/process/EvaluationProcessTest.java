package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluationProcessTest extends ProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "evaluation");

	private final Course evaluation = caseIn("evaluation");

	EvaluationProcessTest() {
		super(ShippedPacks.SECOND);
	}

	@Test
	void endsWellForAParkThatMeetsTheStandard() {
		finds("gradeRecheck", "MEETS");
		this.evaluation.isStarted().waitsAt("Task_SubmitSelfReport");

		park().isReminded().isToldOfTheEndOfTheLimit().submits();
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("FORWARD");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("ASSESSED");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.evaluation.waitsAt("Event_EvaluationResult");
		this.evaluation.receives("ISSUED");

		this.evaluation
			.passed("Task_SubmitSelfReport", "Task_ProvincialReview", "Gateway_Forwarded", "Task_Assess",
					"Task_GradeEvaluation", "Task_ComposeResultBatch", "Event_EvaluationResult", "Gateway_ResultIssued",
					"Gateway_Grade")
			.neverPassed("Task_Correct", "Call_EvaluationFollowup")
			.endsAt("End_Met", "PASSED");
	}

	@Test
	void sendsTheSelfReportBackForCorrection() {
		this.evaluation.isStarted();
		park().submits();

		ecology().decides("SEND_BACK");
		this.evaluation.waitsAt("Task_Correct");
		park().isReminded().isToldOfTheEndOfTheLimit().submits();

		this.evaluation.waitsAt("Task_ProvincialReview")
			.passed("Task_ProvincialReview", "Gateway_Forwarded", "Task_Correct")
			.neverPassed("Task_Assess");
	}

	@Test
	void reachesTheAssessmentThoughNobodyAnswers() {
		this.evaluation.isStarted();

		park().staysSilent();
		this.evaluation.waitsAt("Task_ProvincialReview");
		ecology().decides("SEND_BACK");
		park().staysSilent();
		this.evaluation.waitsAt("Task_ProvincialReview");
		ecology().staysSilent();

		this.evaluation.waitsAt("Task_Assess").passed("Task_SubmitSelfReport", "Task_Correct", "Gateway_Forwarded");
	}

	@ParameterizedTest
	@CsvSource({ "MEETS, End_Rectified, RECTIFIED", "BELOW, End_RevocationProposed, REVOCATION_PROPOSED" })
	void followsUpAParkBelowTheStandard(String secondGrade, String end, String result) {
		reachesTheBatch("BELOW");
		finds("gradeRecheck", secondGrade);
		this.evaluation.receives("ISSUED");
		this.evaluation.waitsAt("Call_EvaluationFollowup")
			.stage("evaluation-followup")
			.waitsAt("Task_IssueExitWarning");

		office().decides("WARNED");
		park().submits();
		technicalUnit().decides("ASSESSED");
		if ("REVOCATION_PROPOSED".equals(result)) {
			office().decides("PROPOSED");
		}

		this.evaluation.passed("Gateway_Grade", "Call_EvaluationFollowup", "Gateway_FollowupResult")
			.endsAt(end, result);
	}

	@Test
	void goesIntoALaterBatchWhenItWasStruckOut() {
		isStruckOut();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");

		this.evaluation.waitsAt("Task_ComposeResultBatch")
			.passed("Gateway_ResultIssued", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut")
			.neverPassed("Gateway_Grade");
	}

	@Test
	void isAssessedAgainWhenItWasStruckOut() {
		isStruckOut();

		office().decides("BACK");

		this.evaluation.waitsAt("Task_Assess").passed("Task_Assess", "Gateway_AfterStrikeOut");
	}

	@Test
	void isClosedWhenItWasStruckOut() {
		isStruckOut();

		office().decides("CLOSE");

		this.evaluation.passed("Gateway_AfterStrikeOut").endsAt("End_Closed", "CLOSED");
	}

	@Test
	void mayBeClosedByTheOfficeButNotWithdrawnByThePark() {
		reachesTheBatch("BELOW");
		this.evaluation.receives("ISSUED");
		office().decides("WARNED");

		assertThat(this.evaluation.canBeWithdrawn()).isFalse();
		this.evaluation.isClosedByTheOffice();

		this.evaluation.passed("Start_CloseRequested").endsAt("End_ClosedByOffice", "CLOSED");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_Rectify");
	}

	private void reachesTheBatch(String grade) {
		finds("gradeRecheck", grade);
		this.evaluation.isStarted();
		park().submits();
		ecology().decides("FORWARD");
		technicalUnit().decides("ASSESSED");
		office().decides("COMPOSED");
	}

	private void isStruckOut() {
		reachesTheBatch("BELOW");
		this.evaluation.receives("STRUCK_OUT");
		this.evaluation.waitsAt("Task_HandleStrikeOut");
	}

}
