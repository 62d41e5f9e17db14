package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the opinions of the provincial departments over the province's review to the
 * admission by the Office.
 */
abstract class ProvincialReviewRounds extends ProcessTest {

	private final Course review = caseIn("provincial-review");

	ProvincialReviewRounds(ReleaseId release) {
		super(release);
	}

	@Test
	void admitsACompleteApplication() {
		reachesTheProvince();
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("FORWARD");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ADMIT");

		this.review
			.passed("Gateway_ReturnTo", "Task_ProvincialReview", "Gateway_Forwarded", "Task_CheckCompleteness",
					"Gateway_Complete", "Task_AssignCaseNumber")
			.neverPassed("Task_Correct")
			.endsAt("End_Admitted", "ADMITTED");
		assertThat(calls()).containsOnlyOnce("assignCaseNumber");
	}

	@Test
	void goesToTheOfficeWhenTheProvinceStaysSilent() {
		reachesTheProvince();

		ecology().staysSilent();

		this.review.waitsAt("Task_CheckCompleteness")
			.passed("Task_ProvincialReview", "Gateway_Forwarded")
			.neverPassed("Task_Correct", "End_Refused");
	}

	@Test
	void isRefusedByTheProvince() {
		reachesTheProvince();

		ecology().decides("REFUSE");

		this.review.passed("Task_ProvincialReview", "Gateway_Forwarded")
			.neverPassed("Task_CheckCompleteness")
			.endsAt("End_Refused", "REFUSED");
	}

	@Test
	void isNotAdmittedByTheOffice() {
		reachesTheProvince();
		ecology().decides("FORWARD");

		office().decides("NOT_ADMIT");

		this.review.passed("Task_CheckCompleteness", "Gateway_Complete")
			.neverPassed("Task_AssignCaseNumber")
			.endsAt("End_NotAdmitted", "NOT_ADMITTED");
	}

	@Test
	void comesBackToTheProvinceWhenTheProvinceSentItBack() {
		reachesTheProvince();

		ecology().decides("SEND_BACK");
		this.review.waitsAt("Task_Correct");
		park().isReminded().submits();

		this.review.waitsAt("Task_ProvincialReview")
			.passed("Task_ProvincialReview", "Gateway_Forwarded", "Task_Correct", "Gateway_ReturnTo")
			.neverPassed("Task_CheckCompleteness");
	}

	@Test
	void comesBackToTheOfficeWhenTheOfficeSentItBack() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");
		park().submits();
		ecology().decides("FORWARD");

		office().decides("SEND_BACK");
		park().submits();

		this.review.waitsAt("Task_CheckCompleteness")
			.passed("Task_ProvincialReview", "Task_CheckCompleteness", "Task_Correct", "Gateway_ReturnTo");
		office().decides("ADMIT");
		this.review.endsAt("End_Admitted", "ADMITTED");
	}

	@Test
	void lapsesWhenTheParkDoesNotCorrectInTime() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");

		this.review.fires("Event_CorrectionOverdue").waitsAt("Task_DecideLapse");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("CLOSE");

		this.review.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended")
			.endsAt("End_Lapsed", "LAPSED");
	}

	@Test
	void givesTheParkMoreTimeWhenTheOfficeExtends() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");
		this.review.fires("Event_CorrectionOverdue");

		office().decides("EXTEND");
		this.review.waitsAt("Task_Correct");
		park().submits();

		this.review.waitsAt("Task_ProvincialReview")
			.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended", "Task_Correct")
			.neverPassed("End_Lapsed");
	}

	private void reachesTheProvince() {
		this.review.isStarted();
		commerce().decides("CORRECT");
		otherAdviser().decides("AGREE");
		this.review.waitsAt("Task_ProvincialReview");
	}

}
