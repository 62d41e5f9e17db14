package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

class LookBackOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "look-back");

	private final Course course = caseIn("look-back");

	@Test
	void leavesThoseAloneWhoAreFine() {
		isScored("FINE");
		this.course.receives("PRINTED");

		this.course.neverPassed("Task_Improve").endsAt("End_Kept", "KEPT");
	}

	@Test
	void letsThoseMendWhoAreFair() {
		isScored("FAIR");
		this.course.receives("PRINTED");
		applicant().isReminded().isToldOfTheEndOfTheLimit().decides("HAND_IN");

		this.course.passed("Gateway_Grade", "Task_Improve").endsAt("End_Improved", "IMPROVED");
	}

	@Test
	void proposesToTakeDownThoseWhoArePoor() {
		isScored("POOR");
		this.course.receives("PRINTED");

		this.course.neverPassed("Task_Improve").endsAt("End_ToWithdraw", "TO_TAKE_DOWN");
	}

	@Test
	void handlesWhatWasLeftOut() {
		isScored("FAIR");

		isLeftOut(this.course);
	}

	@Test
	void isClosedByTheOffice() {
		this.course.isStarted();

		this.course.isClosedByTheOffice();

		this.course.endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void isScored(String grade) {
		finds("gradeRecheck", grade);
		this.course.isStarted();
		applicant().isReminded().isToldOfTheEndOfTheLimit().decides("HAND_IN");
		inRole("INSPECTOR").isReminded().isToldOfTheEndOfTheLimit().decides("SCORED");
		secretariatAtLast("PUT_TOGETHER");
	}

}
