package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

class JointOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "joint");

	private final Course course = batchIn("joint");

	@Test
	void isPrintedWhenMoreThanHalfAreInFavour() {
		finds("tallyBallots", "UNANIMOUS");
		this.course.isStarted();
		secretariatAtLast("DRAFT_READY");
		bodies().forEach(body -> body.isReminded().decides("CAST"));
		secretariatAtLast("PRINTED");

		this.course
			.passed("Task_Draft", "Task_Ballot", "Task_Tally", "Gateway_Tallied", "Task_Issue", "Gateway_Issued",
					"Task_Register", "Task_Send")
			.neverPassed("Task_Coordinate")
			.endsAt("End_Printed", "PRINTED");
	}

	@Test
	void goesBackToTheDrafterInsteadOfBeingPrinted() {
		finds("tallyBallots", "UNANIMOUS");
		isBalloted();

		secretariat().decides("REDRAFT");

		this.course.waitsAt("Task_Draft").neverPassed("Task_Register");
	}

	@Test
	void isPrintedForThoseLeftAfterCoordination() {
		finds("tallyBallots", "DIVIDED");
		finds("applyCoordination", "AGREED");
		isBalloted();

		secretariatAtLast("SETTLED");

		this.course.waitsAt("Task_Issue").passed("Task_Coordinate", "Task_Apply", "Gateway_Coordinated");
	}

	@Test
	void asksTheBodiesAgainAndThenTheDrafter() {
		finds("tallyBallots", "DIVIDED", "DIVIDED");
		finds("applyCoordination", "ASK_AGAIN", "REDRAFT");
		isBalloted();

		secretariat().decides("SETTLED");
		this.course.waitsAt("Task_Ballot").fires("Event_BallotOverdue").waitsAt("Task_Coordinate");
		secretariat().decides("REDRAFT");

		this.course.waitsAt("Task_Draft");
	}

	@Test
	void endsWhenNothingIsLeft() {
		finds("tallyBallots", "DIVIDED");
		finds("applyCoordination", "EMPTY");
		isBalloted();

		secretariat().decides("SETTLED");

		this.course.neverPassed("Task_Issue").endsAt("End_Empty", "EMPTY");
	}

	private void isBalloted() {
		this.course.isStarted();
		secretariat().decides("DRAFT_READY");
		bodies().forEach(body -> body.decides("CAST"));
	}

}
