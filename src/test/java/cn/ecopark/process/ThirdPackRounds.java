package cn.ecopark.process;

import java.util.List;

import cn.ecopark.rulepack.ThirdPack;

/** Who acts in the diagrams of the third pack. */
abstract class ThirdPackRounds extends ProcessTest {

	ThirdPackRounds() {
		super(ThirdPack.RELEASE);
	}

	final Actor applicant() {
		return inRole("APPLICANT");
	}

	final Actor city() {
		return inRole("CITY_BUREAU");
	}

	final Actor secretariat() {
		return inRole("SECRETARIAT");
	}

	final List<Actor> bodies() {
		return inRole("BODY", TestNames.MINISTRIES);
	}

	/** The Office is reminded, is late, and then does it. */
	final void secretariatAtLast(String outcome) {
		secretariat().isReminded().isToldOfTheEndOfTheLimit().decides(outcome);
	}

	/** What follows on a park that was left out of its batch is alike in all cases. */
	final void isLeftOut(Course course) {
		course.receives("LEFT_OUT");
		course.waitsAt("Task_AfterStrikeOut").neverPassed("Task_Record");
		secretariatAtLast("NEXT_ROUND");
		course.waitsAt("Task_Compose");
		secretariat().decides("PUT_TOGETHER");
		course.receives("LEFT_OUT");
		secretariat().decides("CLOSE_CASE");
		course.endsAt("End_Closed", "CLOSED");
	}

}
