package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 批准建设, 命名 and 复查结果 are decided the same way: drafted, put to the ministries, coordinated
 * where they differ, issued.
 */
abstract class JointDecisionRounds extends ProcessTest {

	private final Course decision;

	private final Steps steps;

	JointDecisionRounds(String process, Steps steps) {
		this.decision = batchIn(process);
		this.steps = steps;
	}

	/** How the diagram calls what differs. */
	record Steps(String draft, String vote, String silence) {
	}

	@Test
	void isIssuedWhenAllMinistriesAgree() {
		finds("tallyBallots", "UNANIMOUS");
		this.decision.isStarted().waitsAt(this.steps.draft());

		office().isReminded().isToldOfTheEndOfTheLimit().decides("DRAFTED");
		this.decision.waitsAt(this.steps.vote());
		ministries().forEach(ministry -> ministry.isReminded().decides("VOTED"));
		this.decision.waitsAt("Task_Issue");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ISSUED");

		this.decision
			.passed(this.steps.draft(), this.steps.vote(), "Task_TallyBallots", "Gateway_Unanimous", "Task_Issue",
					"Gateway_Decided", "Task_IssuePaper", "Task_SendBatchResults")
			.neverPassed(this.steps.silence(), "Task_Coordinate")
			.endsAt("End_Issued", "ISSUED");
		assertThat(calls()).endsWith("tallyBallots", "issuePaper", "sendBatchResults");
	}

	@Test
	void waitsForTheLastMinistry() {
		reachesTheMinistries();

		ministries().get(0).decides("VOTED");
		ministries().get(2).decides("VOTED");

		this.decision.waitsAt(this.steps.vote()).neverPassed("Task_TallyBallots");
	}

	@Test
	void goesToCoordinationWhenAMinistryStaysSilent() {
		finds("tallyBallots", "DIVIDED");
		reachesTheMinistries();
		ministries().get(1).decides("VOTED");

		this.decision.fires(this.steps.silence());

		this.decision.waitsAt("Task_Coordinate")
			.passed(this.steps.silence(), "Task_TallyBallots", "Gateway_Unanimous")
			.neverPassed("Task_Issue");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly(this.steps.vote(), this.steps.vote());
	}

	@Test
	void isIssuedForTheParksLeftAfterCoordination() {
		finds("applyCoordination", "AGREED");
		reachesCoordination();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("COORDINATED");
		this.decision.waitsAt("Task_Issue").passed("Task_Coordinate", "Task_ApplyCoordination", "Gateway_Coordinated");
		office().decides("ISSUED");

		this.decision.endsAt("End_Issued", "ISSUED");
	}

	@Test
	void asksTheMinistriesAgain() {
		finds("applyCoordination", "ASK_AGAIN");
		reachesCoordination();
		finds("tallyBallots", "UNANIMOUS");

		office().decides("COORDINATED");
		this.decision.waitsAt(this.steps.vote());
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		this.decision.waitsAt("Task_Issue")
			.passed("Gateway_Coordinated", this.steps.vote(), "Task_TallyBallots", "Gateway_Unanimous");
	}

	/** A text that is to change goes back to the drafter, and to all signers again. */
	@Test
	void goesBackToTheDrafterFromCoordination() {
		finds("applyCoordination", "REDRAFT");
		reachesCoordination();
		finds("tallyBallots", "UNANIMOUS");

		office().decides("REDRAFT");
		this.decision.waitsAt(this.steps.draft());
		office().decides("DRAFTED");
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		this.decision.waitsAt("Task_Issue").passed("Gateway_Coordinated", this.steps.draft(), this.steps.vote());
	}

	@Test
	void goesBackToTheDrafterInsteadOfBeingIssued() {
		finds("tallyBallots", "UNANIMOUS");
		reachesTheMinistries();
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		office().decides("REDRAFT");

		this.decision.waitsAt(this.steps.draft())
			.passed("Task_Issue", "Gateway_Decided")
			.neverPassed("Task_IssuePaper");
	}

	@Test
	void endsWhenNoParkIsLeft() {
		finds("applyCoordination", "EMPTY");
		reachesCoordination();

		office().decides("COORDINATED");

		this.decision.passed("Gateway_Coordinated")
			.neverPassed("Task_Issue", "Task_SendBatchResults")
			.endsAt("End_Empty", "EMPTY");
	}

	private void reachesTheMinistries() {
		this.decision.isStarted();
		office().decides("DRAFTED");
	}

	private void reachesCoordination() {
		finds("tallyBallots", "DIVIDED");
		reachesTheMinistries();
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.decision.waitsAt("Task_Coordinate");
	}

}
