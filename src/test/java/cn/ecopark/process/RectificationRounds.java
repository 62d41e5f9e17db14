package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RectificationRounds extends ProcessTest {

	private final Course rectification = caseIn("rectification");

	RectificationRounds(ReleaseId release) {
		super(release);
	}

	@BeforeEach
	void isOrdered() {
		this.rectification.isStarted().waitsAt("Task_Rectify").passed("Task_RegisterRectification");
		assertThat(calls()).containsExactly("orderRectification");
	}

	@Test
	void isDoneWhenTheOrderingUnitSaysSo() {
		park().isReminded().submits();
		orderer().isReminded().isToldOfTheEndOfTheLimit().decides("DONE");

		this.rectification.passed("Task_Rectify", "Task_ReviewRectification", "Gateway_RectificationReviewed")
			.neverPassed("Event_RectificationOverdue")
			.endsAt("End_Done", "DONE");
	}

	@Test
	void goesOnWhileTheOrderingUnitWantsMore() {
		park().submits();
		orderer().decides("AGAIN");
		this.rectification.waitsAt("Task_Rectify");
		park().submits();
		orderer().decides("DONE");

		this.rectification
			.passed("Task_Rectify", "Task_ReviewRectification", "Gateway_RectificationReviewed", "Task_Rectify",
					"Task_ReviewRectification")
			.endsAt("End_Done", "DONE");
	}

	@Test
	void isNotDoneWhenTheOrderingUnitSaysSo() {
		park().submits();
		orderer().decides("NOT_DONE");

		this.rectification.passed("Gateway_RectificationReviewed")
			.neverPassed("End_Done")
			.endsAt("End_NotDone", "NOT_DONE");
	}

	@Test
	void isNotDoneWhenItsLimitEnds() {
		this.rectification.fires("Event_RectificationOverdue");

		this.rectification.passed("Event_RectificationOverdue")
			.neverPassed("Task_ReviewRectification")
			.endsAt("End_Overdue", "NOT_DONE");
	}

}
