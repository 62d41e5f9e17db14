package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 申报 and 验收申请 go the same way with papers of their own. */
abstract class ApplicationRounds extends ProcessTest {

	private final Course application;

	private final String submission;

	ApplicationRounds(String process, String submission) {
		this.application = caseIn(process);
		this.submission = submission;
	}

	@Test
	void admitsACompleteApplication() {
		this.application.isStarted().waitsAt(this.submission);

		park().submits();
		this.application.waitsAt("Task_CommerceOpinion", "Task_ScienceOpinion");
		commerce().isReminded().decides("AGREE");
		this.application.waitsAt("Task_ScienceOpinion");
		science().isReminded().decides("DISAGREE");
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("FORWARD");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ADMIT");

		this.application
			.passed(this.submission, "Gateway_OpinionsHeard", "Gateway_ReturnTo", "Task_ProvincialReview",
					"Gateway_Forwarded", "Task_CheckCompleteness", "Gateway_Complete", "Task_AssignCaseNumber")
			.neverPassed("Event_CommerceSilent", "Event_ScienceSilent", "Task_Correct")
			.endsAt("End_Admitted", "ADMITTED");
		assertThat(calls()).containsOnlyOnce("assignCaseNumber");
	}

	@Test
	void goesOnWithoutTheOpinionsOfDepartmentsThatStaySilent() {
		this.application.isStarted();
		park().submits();

		this.application.fires("Event_CommerceSilent");
		this.application.waitsAt("Task_ScienceOpinion").fires("Event_ScienceSilent");

		this.application.waitsAt("Task_ProvincialReview")
			.passed("Event_CommerceSilent", "Event_ScienceSilent", "Gateway_OpinionsHeard");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_CommerceOpinion", "Task_ScienceOpinion");
	}

	@Test
	void goesToTheOfficeWhenTheProvinceStaysSilent() {
		reachesTheProvince();

		ecology().staysSilent();

		this.application.waitsAt("Task_CheckCompleteness")
			.passed("Task_ProvincialReview", "Gateway_Forwarded")
			.neverPassed("Task_Correct", "End_Refused");
	}

	@Test
	void isRefusedByTheProvince() {
		reachesTheProvince();

		ecology().decides("REFUSE");

		this.application.passed("Task_ProvincialReview", "Gateway_Forwarded")
			.neverPassed("Task_CheckCompleteness")
			.endsAt("End_Refused", "REFUSED");
	}

	@Test
	void isNotAdmittedByTheOffice() {
		reachesTheProvince();
		ecology().decides("FORWARD");

		office().decides("NOT_ADMIT");

		this.application.passed("Task_CheckCompleteness", "Gateway_Complete")
			.neverPassed("Task_AssignCaseNumber")
			.endsAt("End_NotAdmitted", "NOT_ADMITTED");
	}

	@Test
	void comesBackToTheProvinceWhenTheProvinceSentItBack() {
		reachesTheProvince();

		ecology().decides("SEND_BACK");
		this.application.waitsAt("Task_Correct");
		park().isReminded().submits();

		this.application.waitsAt("Task_ProvincialReview")
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

		this.application.waitsAt("Task_CheckCompleteness")
			.passed("Task_ProvincialReview", "Task_CheckCompleteness", "Task_Correct", "Gateway_ReturnTo");
		office().decides("ADMIT");
		this.application.endsAt("End_Admitted", "ADMITTED");
	}

	@Test
	void lapsesWhenTheParkDoesNotCorrectInTime() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");

		this.application.fires("Event_CorrectionOverdue").waitsAt("Task_DecideLapse");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("CLOSE");

		this.application.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended")
			.endsAt("End_Lapsed", "LAPSED");
	}

	@Test
	void givesTheParkMoreTimeWhenTheOfficeExtends() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");
		this.application.fires("Event_CorrectionOverdue");

		office().decides("EXTEND");
		this.application.waitsAt("Task_Correct");
		park().submits();

		this.application.waitsAt("Task_ProvincialReview")
			.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended", "Task_Correct")
			.neverPassed("End_Lapsed");
	}

	private void reachesTheProvince() {
		this.application.isStarted();
		park().submits();
		commerce().decides("CORRECT");
		science().decides("AGREE");
		this.application.waitsAt("Task_ProvincialReview");
	}

}
