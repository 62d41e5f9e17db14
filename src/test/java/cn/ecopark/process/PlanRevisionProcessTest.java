package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanRevisionProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("plan-revision");

	private final Course revision = caseIn("plan-revision");

	@BeforeEach
	void startsWhenTheParkOpensItsDraft() {
		this.revision.isStarted().waitsAt("Task_SubmitRevision");
	}

	@Test
	void entersTheRevisedPlanOfAMinorChangeWithoutExperts() {
		applicationEnds(this.revision, "ADMITTED");
		this.revision.waitsAt("Task_ExamineRevision");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("MINOR_CHANGE");
		this.revision.waitsAt("Task_ComposeRevisionBatch");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.revision.waitsAt("Event_RevisionResult");
		this.revision.receives("ISSUED");

		assertThat(calls()).containsOnlyOnce("recordRevisedPlan");
		this.revision
			.passed("Task_SubmitRevision", "Call_ProvincialReview", "Gateway_Admitted", "Task_ExamineRevision",
					"Gateway_Major", "Task_ComposeRevisionBatch", "Event_RevisionResult", "Gateway_Agreed",
					"Task_RecordRevision")
			.neverPassed("Call_PlanReview", "Task_HandleStrikeOut")
			.endsAt("End_Revised", "REVISED");
	}

	@Test
	void asksExpertsAboutAMajorChange() {
		isExamined("MAJOR_CHANGE");
		this.revision.waitsAt("Call_PlanReview").stage("plan-review").waitsAt("Task_PreReview");
		planReviewEnds("PASSED");

		this.revision.waitsAt("Task_ComposeRevisionBatch")
			.passed("Gateway_Major", "Call_PlanReview", "Gateway_PlanPassed");
	}

	@Test
	void endsWhenExpertsAreAgainstIt() {
		isExamined("MAJOR_CHANGE");
		planReviewEnds("FAILED");

		this.revision.passed("Call_PlanReview", "Gateway_PlanPassed")
			.neverPassed("Task_ComposeRevisionBatch")
			.endsAt("End_PlanFailed", "FAILED");
	}

	@ParameterizedTest
	@CsvSource({ "REFUSED, End_Refused", "NOT_ADMITTED, End_NotAdmitted", "LAPSED, End_Lapsed" })
	void endsWithTheReview(String result, String end) {
		applicationEnds(this.revision, result);

		this.revision.passed("Call_ProvincialReview", "Gateway_Admitted")
			.neverPassed("Task_ExamineRevision")
			.endsAt(end, result);
	}

	@Test
	void goesIntoALaterBatchWhenItWasStruckOut() {
		isStruckOut();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");

		this.revision.waitsAt("Task_ComposeRevisionBatch")
			.passed("Gateway_Agreed", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut")
			.neverPassed("Task_RecordRevision");
	}

	@Test
	void isExaminedAgainWhenItWasStruckOut() {
		isStruckOut();

		office().decides("BACK");

		this.revision.waitsAt("Task_ExamineRevision").passed("Task_HandleStrikeOut", "Gateway_AfterStrikeOut");
	}

	@Test
	void isRefusedWhenItWasStruckOut() {
		isStruckOut();

		office().decides("DISAGREE");

		this.revision.passed("Gateway_AfterStrikeOut")
			.neverPassed("Task_RecordRevision")
			.endsAt("End_RevisionRefused", "REVISION_REFUSED");
	}

	@Test
	void mayBeWithdrawn() {
		this.revision.isWithdrawnByThePark();

		this.revision.passed("Start_Withdrawn", "Task_RecordWithdrawal").endsAt("End_Withdrawn", "WITHDRAWN");
	}

	@Test
	void mayBeClosedByTheOffice() {
		this.revision.isClosedByTheOffice();

		this.revision.passed("Start_CloseRequested")
			.neverPassed("Task_RecordWithdrawal")
			.endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void isExamined(String outcome) {
		applicationEnds(this.revision, "ADMITTED");
		office().decides(outcome);
	}

	private void isStruckOut() {
		isExamined("MINOR_CHANGE");
		office().decides("COMPOSED");
		this.revision.receives("STRUCK_OUT");
		this.revision.waitsAt("Task_HandleStrikeOut");
	}

}
