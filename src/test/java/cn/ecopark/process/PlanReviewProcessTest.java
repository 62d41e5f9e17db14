package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class PlanReviewProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("plan-review");

	private final Course review = caseIn("plan-review");

	@Test
	void passesAGoodPlan() {
		finds("checkPanel", "COMPLETE");
		finds("settleOpinion", "PASS");
		this.review.isStarted().waitsAt("Task_PreReview");

		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("READY");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("PANEL_FORMED");
		experts().forEach(expert -> expert.isReminded().decides("ACCEPT"));
		this.review.waitsAt("Task_HoldMeeting");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("HELD");
		experts().forEach(expert -> expert.isReminded().decides("PASS"));
		this.review.waitsAt("Task_PanelConclusion");
		panelLeader().isReminded().isToldOfTheEndOfTheLimit().decides("PASS");
		this.review.waitsAt("Task_SignOpinion");
		signers().forEach(signer -> signer.isReminded().decides("SIGN"));

		assertThat(calls()).containsExactly("checkPanel", "settleOpinion");
		this.review.passed("Task_PreReview", "Task_FormPanel", "Task_AcceptInvitation", "Task_CheckPanel",
				"Gateway_PanelComplete", "Task_HoldMeeting", "Task_ExpertOpinion", "Task_PanelConclusion",
				"Gateway_Concluded", "Task_SignOpinion", "Task_CountSignatures", "Gateway_Signed", "Gateway_Conclusion")
			.neverPassed("Event_InvitationSilent", "Event_ExpertSilent", "Event_SignatureSilent",
					"Task_HandleNoConclusion", "Task_RevisePlan")
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

		panelConcludes("FAIL");

		this.review.passed("Gateway_Conclusion").neverPassed("Task_RevisePlan").endsAt("End_Failed", "FAILED");
	}

	@Test
	void passesAPlanAfterItsRevisionHasBeenAccepted() {
		reachesTheConclusion();

		panelConcludes("PASS_AFTER_REVISION");
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

	@Test
	void failsAPlanThatWasNotRevised() {
		reachesTheConclusion();
		panelConcludes("PASS_AFTER_REVISION");

		park().staysSilent();
		this.review.waitsAt("Task_CheckRevision");
		technicalUnit().decides("NOT_DONE");

		this.review.passed("Task_RevisePlan", "Task_CheckRevision", "Gateway_RevisionAccepted")
			.neverPassed("End_Passed")
			.endsAt("End_NotRevised", "FAILED");
	}

	@Test
	void asksEachMemberButTheLeaderToSign() {
		reachesTheConclusion();
		panelLeader().decides("PASS_AFTER_REVISION");

		signers().get(0).decides("SIGN");
		signers().get(2).decides("DISSENT");

		this.review.waitsAt("Task_SignOpinion").neverPassed("Task_CountSignatures");
	}

	@Test
	void countsWithoutTheSignaturesOfMembersWhoStaySilent() {
		reachesTheConclusion();
		finds("settleOpinion", "PASS_AFTER_REVISION");
		panelLeader().decides("PASS_AFTER_REVISION");
		signers().get(0).decides("SIGN");

		this.review.fires("Event_SignatureSilent");

		this.review.waitsAt("Task_RevisePlan")
			.passed("Task_SignOpinion", "Event_SignatureSilent", "Task_CountSignatures", "Gateway_Signed");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_SignOpinion", "Task_SignOpinion");
	}

	@Test
	void goesBackToTheLeaderWhenTooFewSign() {
		reachesTheConclusion();
		finds("settleOpinion", "UNSIGNED", "FAIL");
		panelLeader().decides("PASS_AFTER_REVISION");
		signers().forEach(signer -> signer.decides("DISSENT"));

		this.review.waitsAt("Task_PanelConclusion").neverPassed("Gateway_Conclusion");
		panelLeader().decides("FAIL");
		signers().forEach(signer -> signer.decides("SIGN"));

		this.review
			.passed("Task_CountSignatures", "Gateway_Signed", "Task_PanelConclusion", "Task_SignOpinion",
					"Gateway_Signed", "Gateway_Conclusion")
			.endsAt("End_Failed", "FAILED");
	}

	@Test
	void isAskedAgainByTheOfficeWhenTooFewSignAgain() {
		reachesTheConclusion();
		finds("settleOpinion", "NO_CONCLUSION", "PASS");
		panelLeader().decides("PASS_AFTER_REVISION");
		signers().forEach(signer -> signer.decides("DISSENT"));
		this.review.waitsAt("Task_HandleNoConclusion");

		office().isReminded().isToldOfTheEndOfTheLimit().decides("ASK_AGAIN");
		this.review.waitsAt("Task_ExpertOpinion").passed("Gateway_Signed", "Task_HandleNoConclusion", "Gateway_HowOn");
		experts().forEach(expert -> expert.decides("PASS"));
		panelLeader().decides("PASS");
		signers().forEach(signer -> signer.decides("SIGN"));

		this.review.endsAt("End_Passed", "PASSED");
	}

	@Test
	void adjustsAPanelThatComesToNoConclusion() {
		reachesTheConclusion();

		panelLeader().decides("NO_CONCLUSION");
		this.review.waitsAt("Task_HandleNoConclusion")
			.passed("Task_PanelConclusion", "Gateway_Concluded")
			.neverPassed("Task_SignOpinion");
		office().decides("ADJUST_PANEL");

		this.review.waitsAt("Task_FormPanel").passed("Task_HandleNoConclusion", "Gateway_HowOn");
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
