package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 批准建设, 命名, 复查结果 and 取消命名 go the same way: drafted, put to the ministries, issued.
 */
abstract class JointDecisionRounds extends ProcessTest {

	private static final String PART = "joint-decision";

	private final Course decision;

	private final String draft;

	JointDecisionRounds(ReleaseId release, String process, String draft) {
		super(release);
		this.decision = batchIn(process);
		this.draft = draft;
	}

	@Test
	void isIssuedWhenAllMinistriesAgree() {
		finds("tallyBallots", "UNANIMOUS");
		this.decision.isStarted().waitsAt(this.draft);

		office().isReminded().isToldOfTheEndOfTheLimit().decides("DRAFTED");
		this.decision.waitsAt("Call_JointDecision").stage(PART).waitsAt("Task_Countersign");
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.decision.waitsAt("Task_Issue");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ISSUED");

		this.decision
			.passed(this.draft, "Call_JointDecision", "Gateway_Agreed", "Task_Issue", "Gateway_Decided",
					"Task_IssuePaper", "Task_SendBatchResults")
			.endsAt("End_Issued", "ISSUED");
		assertThat(calls()).endsWith("tallyBallots", "issuePaper", "sendBatchResults");
	}

	/** A text that is to change goes back to the drafter, and to all signers again. */
	@Test
	void goesBackToTheDrafterFromCoordination() {
		finds("applyCoordination", "REDRAFT");
		reachesCoordination();
		finds("tallyBallots", "UNANIMOUS");

		office().decides("REDRAFT");
		this.decision.waitsAt(this.draft).neverPassed("Task_Issue");
		office().decides("DRAFTED");
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		this.decision.waitsAt("Task_Issue").passed("Gateway_Agreed", this.draft, "Call_JointDecision");
	}

	@Test
	void goesBackToTheDrafterInsteadOfBeingIssued() {
		finds("tallyBallots", "UNANIMOUS");
		reachesTheMinistries();
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		office().decides("REDRAFT");

		this.decision.waitsAt(this.draft).passed("Task_Issue", "Gateway_Decided").neverPassed("Task_IssuePaper");
	}

	@Test
	void endsWhenNoParkIsLeft() {
		finds("applyCoordination", "EMPTY");
		reachesCoordination();

		office().decides("COORDINATED");

		this.decision.passed("Gateway_Agreed")
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
		this.decision.stage(PART).waitsAt("Task_Coordinate");
	}

}
