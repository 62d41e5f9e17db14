package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

class HonourOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "honour");

	private final Course course = caseIn("honour");

	@Test
	void honoursThePark() {
		isRecommended();
		secretariatAtLast("PUT_TOGETHER");
		this.course.receives("PRINTED");

		assertThat(calls()).containsExactly("assignCaseNumber", "recordNaming");
		this.course.endsAt("End_Done", "HONOURED");
	}

	@Test
	void handlesWhatWasLeftOut() {
		isRecommended();
		secretariat().decides("PUT_TOGETHER");

		isLeftOut(this.course);
	}

	@Test
	void endsWhereTheCityDoesNotRecommendIt() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		city().decides("DECLINE");

		this.course.neverPassed("Task_Number").endsAt("End_Declined", "DECLINED");
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

	private void isRecommended() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		city().isReminded().isToldOfTheEndOfTheLimit().decides("RECOMMEND");
	}

}
