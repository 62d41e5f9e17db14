package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class PlanReviewProcessTest extends ProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("plan-review");

	private final Course review = caseIn("plan-review");

	@Test
	void passesAGoodPlan() {
		finds("checkPanel", "COMPLETE");
		this.review.isStarted().waitsAt("Task_PreReview");

		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("READY");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("PANEL_FORMED");
		experts().forEach(expert -> expert.isReminded().decides("ACCEPT"));
		this.review.waitsAt("Task_HoldMeeting");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("HELD");
		experts().forEach(expert -> expert.isReminded().decides("PASS"));
		this.review.waitsAt("Task_PanelConclusion");
		panelLeader().isReminded().isToldOfTheEndOfTheLimit().decides("PASS");

		this.review
			.passed("Task_PreReview", "Task_FormPanel", "Task_AcceptInvitation", "Task_CheckPanel",
					"Gateway_PanelComplete", "Task_HoldMeeting", "Task_ExpertOpinion", "Task_PanelConclusion",
					"Gateway_Conclusion")
			.neverPassed("Event_InvitationSilent", "Event_ExpertSilent", "Task_RevisePlan")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void asksEachExpertOfThePanel() {
		this.review.isStarted();
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");

		experts().get(0).decides("ACCEPT");
		experts().get(2).decides("DECLINE");

		this.review.waitsAt("Task_AcceptInvitation").neverPassed("Task_CheckPanel");
	}

	@Test
	void drawsAgainWhenThePanelIsIncomplete() {
		finds("checkPanel", "INCOMPLETE", "COMPLETE");
		this.review.isStarted();
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");

		experts().forEach(expert -> expert.decides("DECLINE"));
		this.review.waitsAt("Task_FormPanel").neverPassed("Task_HoldMeeting");
		office().decides("PANEL_FORMED");
		experts().forEach(expert -> expert.decides("ACCEPT"));

		this.review.waitsAt("Task_HoldMeeting")
			.passed("Gateway_PanelComplete", "Task_FormPanel", "Task_AcceptInvitation", "Gateway_PanelComplete");
		assertThat(calls()).containsExactly("checkPanel", "checkPanel");
	}

	@Test
	void takesAnInvitationThatIsNotAnsweredAsDeclined() {
		finds("checkPanel", "INCOMPLETE");
		this.review.isStarted();
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");
		experts().get(0).decides("ACCEPT");

		this.review.fires("Event_InvitationSilent");

		this.review.waitsAt("Task_FormPanel")
			.passed("Event_InvitationSilent", "Task_CheckPanel", "Gateway_PanelComplete");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_AcceptInvitation",
				"Task_AcceptInvitation");
	}

	@Test
	void concludesWithoutTheOpinionsOfExpertsWhoStaySilent() {
		reachesTheExperts();
		experts().get(1).decides("FAIL");

		this.review.fires("Event_ExpertSilent");

		this.review.waitsAt("Task_PanelConclusion").passed("Task_HoldMeeting", "Event_ExpertSilent");
	}

	@Test
	void failsABadPlan() {
		reachesTheConclusion();

		panelLeader().decides("FAIL");

		this.review.passed("Gateway_Conclusion").neverPassed("Task_RevisePlan").endsAt("End_Failed", "FAILED");
	}

	@Test
	void passesAPlanAfterItsRevisionHasBeenAccepted() {
		reachesTheConclusion();

		panelLeader().decides("PASS_AFTER_REVISION");
		park().isReminded().isToldOfTheEndOfTheLimit().submits();
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("AGAIN");
		this.review.waitsAt("Task_RevisePlan");
		park().submits();
		technicalUnit().decides("ACCEPTED");

		this.review
			.passed("Gateway_Conclusion", "Task_RevisePlan", "Task_CheckRevision", "Gateway_RevisionAccepted",
					"Task_RevisePlan", "Task_CheckRevision", "Gateway_RevisionAccepted")
			.endsAt("End_Passed", "PASSED");
	}

	private void reachesTheExperts() {
		finds("checkPanel", "COMPLETE");
		this.review.isStarted();
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");
		experts().forEach(expert -> expert.decides("ACCEPT"));
		office().decides("HELD");
		this.review.waitsAt("Task_ExpertOpinion");
	}

	private void reachesTheConclusion() {
		reachesTheExperts();
		experts().forEach(expert -> expert.decides("PASS_AFTER_REVISION"));
	}

}
