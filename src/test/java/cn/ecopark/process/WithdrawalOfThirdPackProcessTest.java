package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

class WithdrawalOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "withdrawal-of-honour");

	private final Course course = caseIn("withdrawal-of-honour");

	@Test
	void takesTheHonourAfterThePlea() {
		isFiled();
		applicant().isReminded().decides("HAND_IN");
		secretariatAtLast("PURSUE");
		secretariatAtLast("PUT_TOGETHER");
		this.course.receives("PRINTED");

		assertThat(calls()).containsExactly("assignCaseNumber", "recordExit");
		this.course.endsAt("End_Done", "TAKEN_DOWN");
	}

	@Test
	void letsGoWhoIsBelievedEvenInSilence() {
		isFiled();
		this.course.fires("Event_PleadOverdue").waitsAt("Task_Weigh");
		secretariat().decides("DROP");

		this.course.neverPassed("Task_Compose").endsAt("End_Dropped", "LET_GO");
	}

	@Test
	void handlesWhatWasLeftOut() {
		isFiled();
		applicant().decides("HAND_IN");
		secretariat().decides("PURSUE");
		secretariat().decides("PUT_TOGETHER");

		isLeftOut(this.course);
	}

	@Test
	void isClosedByTheOffice() {
		this.course.isStarted();

		this.course.isClosedByTheOffice();

		this.course.endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void isFiled() {
		this.course.isStarted();
		secretariatAtLast("FILED");
		this.course.waitsAt("Task_Plead");
	}

}
