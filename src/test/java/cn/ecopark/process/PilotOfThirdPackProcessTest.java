package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

class PilotOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "pilot");

	private final Course course = caseIn("pilot");

	@Test
	void listsThePark() {
		isJudged("FIT");
		secretariatAtLast("PUT_TOGETHER");
		this.course.receives("PRINTED");

		assertThat(calls()).endsWith("recordApproval");
		this.course.passed("Call_Application", "Call_Jury", "Task_Compose", "Event_Decided", "Task_Record")
			.endsAt("End_Done", "ON_TRIAL");
	}

	@Test
	void handlesWhatWasLeftOut() {
		isJudged("FIT");
		secretariat().decides("PUT_TOGETHER");

		isLeftOut(this.course);
	}

	@Test
	void endsWhereTheJuryFindsItUnfit() {
		isJudged("UNFIT");

		this.course.neverPassed("Task_Compose").endsAt("End_Unsuitable", "UNFIT");
	}

	@Test
	void endsWhereNobodyRecommendsIt() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		city().decides("DECLINE");

		this.course.neverPassed("Call_Jury").endsAt("End_Declined", "DECLINED");
	}

	@Test
	void endsWhereItRunsOut() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		city().decides("RETURN");
		this.course.fires("Event_AmendOverdue");

		this.course.endsAt("End_Lapsed", "RUN_OUT");
	}

	@Test
	void isClosedByTheOffice() {
		this.course.isStarted();

		this.course.isClosedByTheOffice();

		this.course.endsAt("End_ClosedByOffice", "CLOSED");
	}

	@Test
	void isTakenBackByThePark() {
		this.course.isStarted();

		this.course.isWithdrawnByThePark();

		this.course.endsAt("End_Withdrawn", "TAKEN_BACK");
	}

	private void isJudged(String conclusion) {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		city().decides("RECOMMEND");
		inRole("PROVINCE_BUREAU").decides("ENDORSE");
		secretariat().decides("TAKE_UP");
		secretariat().decides("SEATED");
		inRole("JUROR", TestNames.EXPERTS).forEach(juror -> juror.decides(conclusion));
		inRole("CHAIR").decides(conclusion);
		finds("settleOpinion", conclusion);
		inRole("JURY", TestNames.SIGNERS).forEach(juror -> juror.decides("PUT_NAME"));
	}

}
