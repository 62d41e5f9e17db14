package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AwardRounds extends StagedProcessTest {

	private final Course award = caseIn("award");

	AwardRounds(ReleaseId release) {
		super(release);
	}

	@BeforeEach
	void startsWhenTheParkOpensItsDraft() {
		this.award.isStarted()
			.waitsAt("Call_AcceptanceApplication")
			.stage("acceptance-application")
			.waitsAt("Task_SubmitAcceptanceApplication");
	}

	@Test
	void namesThePark() {
		applicationEnds(this.award, "ADMITTED");
		this.award.waitsAt("Call_TechnicalCheck").stage("technical-check").waitsAt("Task_PlanCheck");
		technicalCheckEnds("PASSED");
		this.award.waitsAt("Call_Acceptance").stage("acceptance").waitsAt("Task_FormPanel");
		acceptanceEnds("PASSED");
		this.award.waitsAt("Task_ComposeNoticeBatch");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.award.waitsAt("Event_NoticeResult").receives("PUBLISHED");
		this.award.waitsAt("Task_ComposeNamingBatch");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.award.waitsAt("Event_NamingResult").receives("ISSUED");

		assertThat(calls()).containsOnlyOnce("recordNaming");
		this.award
			.passed("Call_AcceptanceApplication", "Gateway_Admitted", "Call_TechnicalCheck", "Gateway_CheckPassed",
					"Call_Acceptance", "Gateway_AcceptancePassed", "Gateway_NoticeDone", "Task_ComposeNoticeBatch",
					"Event_NoticeResult", "Gateway_Published", "Task_ComposeNamingBatch", "Event_NamingResult",
					"Gateway_Named", "Task_RecordNaming")
			.neverPassed("Task_HandleStrikeOut", "Call_Rectification")
			.endsAt("End_Named", "NAMED");
	}

	@ParameterizedTest
	@CsvSource({ "REFUSED, End_Refused", "NOT_ADMITTED, End_NotAdmitted", "LAPSED, End_Lapsed" })
	void endsWithTheApplication(String result, String end) {
		applicationEnds(this.award, result);

		this.award.passed("Gateway_Admitted").neverPassed("Call_TechnicalCheck").endsAt(end, result);
	}

	@Test
	void endsWhenTheTechnicalCheckFails() {
		applicationEnds(this.award, "ADMITTED");
		technicalCheckEnds("FAILED");

		this.award.passed("Call_TechnicalCheck", "Gateway_CheckPassed")
			.neverPassed("Call_Acceptance")
			.endsAt("End_CheckFailed", "CHECK_FAILED");
	}

	@Test
	void endsWhenTheAcceptanceFails() {
		applicationEnds(this.award, "ADMITTED");
		technicalCheckEnds("PASSED");
		acceptanceEnds("FAILED");

		this.award.passed("Call_Acceptance", "Gateway_AcceptancePassed")
			.neverPassed("Gateway_NoticeDone")
			.endsAt("End_AcceptanceFailed", "ACCEPTANCE_FAILED");
	}

	@Test
	void isPublishedInALaterBatchWhenTheNoticeStruckItOut() {
		isStruckOutOfTheNotice();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");

		this.award.waitsAt("Task_ComposeNoticeBatch")
			.passed("Gateway_Published", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut", "Gateway_NoticeDone")
			.neverPassed("Task_ComposeNamingBatch");
	}

	@Test
	void isNamedInALaterBatchWithoutAnotherNoticeWhenTheNamingStruckItOut() {
		isStruckOutOfTheNaming();

		office().decides("LATER_BATCH");

		this.award.waitsAt("Task_ComposeNamingBatch")
			.passed("Gateway_Named", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut", "Gateway_NoticeDone")
			.neverPassed("Task_RecordNaming");
	}

	@Test
	void isCheckedAndPublishedAgainWhenItIsSentBackAfterTheNotice() {
		isStruckOutOfTheNaming();

		office().decides("BACK");
		this.award.waitsAt("Call_TechnicalCheck");
		technicalCheckEnds("PASSED");
		acceptanceEnds("PASSED");

		this.award.waitsAt("Task_ComposeNoticeBatch")
			.passed("Gateway_AfterStrikeOut", "Call_TechnicalCheck", "Call_Acceptance", "Gateway_NoticeDone");
	}

	@Test
	void goesOnOnceItsRectificationIsDone() {
		isStruckOutOfTheNotice();

		office().decides("RECTIFY");
		this.award.waitsAt("Call_Rectification").stage("rectification").waitsAt("Task_Rectify");
		rectificationEnds("DONE");

		this.award.waitsAt("Task_ComposeNoticeBatch")
			.passed("Gateway_AfterStrikeOut", "Call_Rectification", "Gateway_Rectified", "Gateway_NoticeDone");
	}

	@Test
	void isClosedWhenItsRectificationIsNotDone() {
		isStruckOutOfTheNotice();

		office().decides("RECTIFY");
		rectificationEnds("NOT_DONE");

		this.award.passed("Gateway_Rectified").endsAt("End_NotRectified", "CLOSED");
	}

	@Test
	void isClosedWhenItWasStruckOut() {
		isStruckOutOfTheNaming();

		office().decides("CLOSE");

		this.award.passed("Gateway_AfterStrikeOut").neverPassed("Call_Rectification").endsAt("End_Closed", "CLOSED");
	}

	@Test
	void mayBeWithdrawn() {
		this.award.isWithdrawnByThePark();

		this.award.passed("Start_Withdrawn", "Task_RecordWithdrawal").endsAt("End_Withdrawn", "WITHDRAWN");
	}

	@Test
	void mayBeClosedByTheOffice() {
		this.award.isClosedByTheOffice();

		this.award.passed("Start_CloseRequested")
			.neverPassed("Task_RecordWithdrawal")
			.endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void isAccepted() {
		applicationEnds(this.award, "ADMITTED");
		technicalCheckEnds("PASSED");
		acceptanceEnds("PASSED");
		office().decides("COMPOSED");
	}

	private void isStruckOutOfTheNotice() {
		isAccepted();
		this.award.receives("STRUCK_OUT");
		this.award.waitsAt("Task_HandleStrikeOut");
	}

	private void isStruckOutOfTheNaming() {
		isAccepted();
		this.award.receives("PUBLISHED");
		office().decides("COMPOSED");
		this.award.receives("STRUCK_OUT");
		this.award.waitsAt("Task_HandleStrikeOut");
	}

}
