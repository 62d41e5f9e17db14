package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

class JuryOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "jury");

	private final Course course = caseIn("jury");

	@Test
	void findsTheParkFit() {
		isJudged();
		inRole("CHAIR").isReminded().isToldOfTheEndOfTheLimit().decides("FIT");
		finds("settleOpinion", "FIT");
		inRole("JURY", TestNames.SIGNERS).forEach(juror -> juror.isReminded().decides("PUT_NAME"));

		this.course.passed("Task_FormJury", "Task_Judge", "Task_Conclude", "Task_Sign", "Task_Settle")
			.endsAt("End_Fit", "FIT");
	}

	@Test
	void findsItUnfitThoughNobodyElseSigns() {
		this.course.isStarted();
		secretariat().decides("SEATED");
		this.course.fires("Event_JudgeSilent");
		inRole("CHAIR").decides("UNFIT");
		finds("settleOpinion", "UNFIT");

		this.course.fires("Event_SignSilent");

		this.course.endsAt("End_Unfit", "UNFIT");
	}

	@Test
	void drawsUpItsOpinionAgainAndThenAsksTheSecretariat() {
		isJudged();
		finds("settleOpinion", "UNSIGNED", "UNDECIDED");
		isSigned("FIT");
		this.course.waitsAt("Task_Conclude");
		isSigned("FIT");

		secretariatAtLast("POLL_AGAIN");

		this.course.waitsAt("Task_Judge").passed("Task_Unsettled", "Gateway_HowOn");
	}

	@Test
	void givesWayToAnotherJuryWhenItIsUndecided() {
		isJudged();
		inRole("CHAIR").decides("UNDECIDED");

		secretariat().decides("OTHER_JURY");

		this.course.waitsAt("Task_FormJury").neverPassed("Task_Sign");
	}

	private void isJudged() {
		this.course.isStarted();
		secretariatAtLast("SEATED");
		inRole("JUROR", TestNames.EXPERTS).forEach(juror -> juror.isReminded().decides("FIT"));
		this.course.waitsAt("Task_Conclude");
	}

	private void isSigned(String conclusion) {
		inRole("CHAIR").decides(conclusion);
		inRole("JURY", TestNames.SIGNERS).forEach(juror -> juror.decides("OWN_VIEW"));
	}

}
