package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AcceptanceRounds extends StagedProcessTest {

	private final Course acceptance = caseIn("acceptance");

	AcceptanceRounds(ReleaseId release) {
		super(release);
	}

	@Test
	void passesAfterEverybodyHasVoted() {
		this.acceptance.isStarted().waitsAt("Task_FormPanel");

		office().isReminded().isToldOfTheEndOfTheLimit().decides("PANEL_FORMED");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("CALLED");
		this.acceptance.waitsAt("Task_MinistryVote", "Task_ExpertVote");
		ministries().forEach(ministry -> ministry.isReminded().decides("PASS"));
		experts().forEach(expert -> expert.isReminded().decides("PASS_WITH_CONDITIONS"));
		finds("settleOpinion", "PASS");
		panelLeader().isReminded().isToldOfTheEndOfTheLimit().decides("PASS");
		this.acceptance.waitsAt("Task_SignOpinion");
		signers().forEach(signer -> signer.isReminded().decides("SIGN"));

		this.acceptance
			.passed("Task_FormPanel", "Task_CallMeeting", "Gateway_Votes", "Gateway_AskForVotes", "Task_MinistryVote",
					"Gateway_MinistriesVoted", "Task_ExpertVote", "Gateway_ExpertsVoted", "Gateway_VotesIn",
					"Task_GiveAcceptanceOpinion", "Gateway_Concluded", "Task_SignOpinion", "Task_CountSignatures",
					"Gateway_Signed", "Gateway_AcceptanceOpinion")
			.neverPassed("Event_MinistrySilent", "Event_ExpertSilent", "Event_SignatureSilent",
					"Task_HandleNoConclusion", "Call_Rectification")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void waitsForTheLastVote() {
		reachesTheVotes();
		experts().forEach(expert -> expert.decides("PASS"));
		ministries().get(0).decides("PASS");
		ministries().get(1).decides("FAIL");

		this.acceptance.waitsAt("Task_MinistryVote").neverPassed("Task_GiveAcceptanceOpinion");
	}

	@Test
	void goesOnWithoutTheVotesOfThoseWhoStaySilent() {
		reachesTheVotes();
		ministries().get(0).decides("PASS");

		this.acceptance.fires("Event_MinistrySilent").fires("Event_ExpertSilent");

		this.acceptance.waitsAt("Task_GiveAcceptanceOpinion")
			.passed("Event_MinistrySilent", "Gateway_MinistriesVoted", "Event_ExpertSilent", "Gateway_ExpertsVoted");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactlyInAnyOrder("Task_MinistryVote",
				"Task_MinistryVote", "Task_ExpertVote", "Task_ExpertVote", "Task_ExpertVote");
	}

	@Test
	void fails() {
		this.acceptance.isStarted();

		acceptanceEnds("FAILED");

		this.acceptance.passed("Gateway_AcceptanceOpinion")
			.neverPassed("Call_Rectification")
			.endsAt("End_Failed", "FAILED");
	}

	@Test
	void passesOnceTheConditionsAreMet() {
		reachesTheConditions();

		rectificationEnds("DONE");

		this.acceptance.passed("Gateway_AcceptanceOpinion", "Call_Rectification", "Gateway_Rectified")
			.neverPassed("End_NotRectified")
			.endsAt("End_Passed", "PASSED");
	}

	@Test
	void failsWhenTheConditionsAreNotMet() {
		reachesTheConditions();

		rectificationEnds("NOT_DONE");

		this.acceptance.passed("Call_Rectification", "Gateway_Rectified")
			.neverPassed("End_Passed")
			.endsAt("End_NotRectified", "FAILED");
	}

	@Test
	void goesBackToTheLeaderWhenTooFewHaveSignedInTime() {
		reachesTheOpinion();
		finds("settleOpinion", "UNSIGNED", "PASS");
		panelLeader().decides("PASS_WITH_CONDITIONS");
		signers().get(1).decides("DISSENT");

		this.acceptance.fires("Event_SignatureSilent");

		this.acceptance.waitsAt("Task_GiveAcceptanceOpinion")
			.passed("Task_SignOpinion", "Event_SignatureSilent", "Task_CountSignatures", "Gateway_Signed")
			.neverPassed("Gateway_AcceptanceOpinion");
		panelLeader().decides("PASS");
		signers().forEach(signer -> signer.decides("SIGN"));
		this.acceptance.endsAt("End_Passed", "PASSED");
	}

	@Test
	void votesAgainWhenTooFewSignAgain() {
		reachesTheOpinion();
		finds("settleOpinion", "NO_CONCLUSION", "FAIL");
		panelLeader().decides("PASS");
		signers().forEach(signer -> signer.decides("DISSENT"));
		this.acceptance.waitsAt("Task_HandleNoConclusion");

		office().isReminded().isToldOfTheEndOfTheLimit().decides("ASK_AGAIN");

		this.acceptance.waitsAt("Task_MinistryVote", "Task_ExpertVote")
			.passed("Gateway_Signed", "Task_HandleNoConclusion", "Gateway_HowOn", "Gateway_Votes",
					"Gateway_AskForVotes");
		ministries().forEach(ministry -> ministry.decides("FAIL"));
		experts().forEach(expert -> expert.decides("FAIL"));
		panelLeader().decides("FAIL");
		signers().forEach(signer -> signer.decides("SIGN"));
		this.acceptance.endsAt("End_Failed", "FAILED");
	}

	@Test
	void adjustsAPanelThatComesToNoConclusion() {
		reachesTheOpinion();

		panelLeader().decides("NO_CONCLUSION");
		this.acceptance.waitsAt("Task_HandleNoConclusion").neverPassed("Task_SignOpinion");
		office().decides("ADJUST_PANEL");

		this.acceptance.waitsAt("Task_FormPanel")
			.passed("Gateway_Concluded", "Task_HandleNoConclusion", "Gateway_HowOn");
	}

	private void reachesTheOpinion() {
		reachesTheVotes();
		ministries().forEach(ministry -> ministry.decides("PASS"));
		experts().forEach(expert -> expert.decides("PASS"));
	}

	private void reachesTheVotes() {
		this.acceptance.isStarted();
		office().decides("PANEL_FORMED");
		office().decides("CALLED");
	}

	private void reachesTheConditions() {
		reachesTheVotes();
		ministries().forEach(ministry -> ministry.decides("PASS"));
		experts().forEach(expert -> expert.decides("PASS"));
		panelConcludes("PASS_WITH_CONDITIONS");
		this.acceptance.waitsAt("Call_Rectification").stage("rectification").waitsAt("Task_Rectify");
	}

}
