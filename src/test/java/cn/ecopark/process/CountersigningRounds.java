package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

/** How the ministries agree is the same for all that they decide together. */
abstract class CountersigningRounds extends ProcessTest {

	private final Course decision = batchIn("joint-decision");

	CountersigningRounds(ReleaseId release) {
		super(release);
	}

	@Test
	void isAgreedWhenAllMinistriesAgree() {
		finds("tallyBallots", "UNANIMOUS");
		this.decision.isStarted().waitsAt("Task_Countersign");

		ministries().forEach(ministry -> ministry.isReminded().decides("VOTED"));

		this.decision.passed("Task_Countersign", "Task_TallyBallots", "Gateway_Unanimous")
			.neverPassed("Event_CountersignOverdue", "Task_Coordinate")
			.endsAt("End_Agreed", "AGREED");
	}

	@Test
	void waitsForTheLastMinistry() {
		this.decision.isStarted();

		ministries().get(0).decides("VOTED");
		ministries().get(2).decides("VOTED");

		this.decision.waitsAt("Task_Countersign").neverPassed("Task_TallyBallots");
	}

	@Test
	void goesToCoordinationWhenAMinistryStaysSilent() {
		finds("tallyBallots", "DIVIDED");
		this.decision.isStarted();
		ministries().get(1).decides("VOTED");

		this.decision.fires("Event_CountersignOverdue");

		this.decision.waitsAt("Task_Coordinate")
			.passed("Event_CountersignOverdue", "Task_TallyBallots", "Gateway_Unanimous")
			.neverPassed("End_Agreed");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_Countersign", "Task_Countersign");
	}

	@Test
	void isAgreedForTheParksLeftAfterCoordination() {
		finds("applyCoordination", "AGREED");
		reachesCoordination();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("COORDINATED");

		this.decision.passed("Task_Coordinate", "Task_ApplyCoordination", "Gateway_Coordinated")
			.endsAt("End_Agreed", "AGREED");
	}

	@Test
	void asksTheMinistriesAgain() {
		finds("applyCoordination", "ASK_AGAIN");
		reachesCoordination();
		finds("tallyBallots", "UNANIMOUS");

		office().decides("COORDINATED");
		this.decision.waitsAt("Task_Countersign");
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		this.decision
			.passed("Gateway_Coordinated", "Task_Countersign", "Task_TallyBallots", "Gateway_Unanimous", "End_Agreed")
			.endsAt("End_Agreed", "AGREED");
	}

	/** A text that is to change goes back to the drafter. */
	@Test
	void goesBackToTheDrafter() {
		finds("applyCoordination", "REDRAFT");
		reachesCoordination();

		office().decides("REDRAFT");

		this.decision.passed("Gateway_Coordinated").endsAt("End_Redraft", "REDRAFT");
	}

	@Test
	void endsWhenNoParkIsLeft() {
		finds("applyCoordination", "EMPTY");
		reachesCoordination();

		office().decides("COORDINATED");

		this.decision.passed("Gateway_Coordinated").endsAt("End_Empty", "EMPTY");
	}

	private void reachesCoordination() {
		finds("tallyBallots", "DIVIDED");
		this.decision.isStarted();
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.decision.waitsAt("Task_Coordinate");
	}

}
