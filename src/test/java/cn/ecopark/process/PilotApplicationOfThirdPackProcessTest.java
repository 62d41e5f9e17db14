package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

class PilotApplicationOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "pilot-application");

	private final Course course = caseIn("pilot-application");

	@Test
	void goesFromTheCityToTheProvinceToTheOffice() {
		isHandedIn();
		city().isReminded().isToldOfTheEndOfTheLimit().decides("RECOMMEND");
		province().isReminded().isToldOfTheEndOfTheLimit().decides("ENDORSE");
		secretariatAtLast("TAKE_UP");

		this.course.passed("Task_CityReview", "Task_ProvinceReview", "Task_TakeUp", "Task_Number")
			.endsAt("End_TakenUp", "TAKEN_UP");
	}

	@Test
	void beginsAgainWithTheCityWhereverItWasReturned() {
		isHandedIn();
		city().decides("RETURN");
		applicant().isReminded().decides("HAND_IN");
		city().decides("RECOMMEND");
		province().decides("RETURN");
		applicant().decides("HAND_IN");

		this.course.waitsAt("Task_CityReview").neverPassed("Task_TakeUp");
	}

	@Test
	void runsOutByItself() {
		isHandedIn();
		city().decides("RETURN");

		this.course.fires("Event_AmendOverdue");

		this.course.endsAt("End_RunOut", "RUN_OUT");
	}

	@Test
	void endsWithTheCity() {
		isHandedIn();
		city().decides("DECLINE");

		this.course.neverPassed("Task_ProvinceReview").endsAt("End_NotRecommended", "DECLINED");
	}

	@Test
	void endsWithTheProvince() {
		isHandedIn();
		city().decides("RECOMMEND");
		province().decides("DECLINE");

		this.course.neverPassed("Task_TakeUp").endsAt("End_NotEndorsed", "DECLINED");
	}

	@Test
	void endsWithTheOffice() {
		isHandedIn();
		city().decides("RECOMMEND");
		province().decides("ENDORSE");
		secretariat().decides("DECLINE");

		this.course.neverPassed("Task_Number").endsAt("End_Declined", "DECLINED");
	}

	private void isHandedIn() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		this.course.waitsAt("Task_CityReview");
	}

	private Actor province() {
		return inRole("PROVINCE_BUREAU");
	}

}
