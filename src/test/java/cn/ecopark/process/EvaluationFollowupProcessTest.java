package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** A park below the standard is warned and has its time to mend. */
class EvaluationFollowupProcessTest extends ProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "evaluation-followup");

	private final Course followup = caseIn("evaluation-followup");

	EvaluationFollowupProcessTest() {
		super(ShippedPacks.SECOND);
	}

	@BeforeEach
	void warnsThePark() {
		this.followup.isStarted().waitsAt("Task_IssueExitWarning");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("WARNED");
		this.followup.waitsAt("Task_Rectify");
	}

	@Test
	void endsWellOnceTheParkMeetsTheStandard() {
		finds("gradeRecheck", "MEETS");
		park().isReminded().submits();
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("ASSESSED");

		this.followup
			.passed("Task_IssueExitWarning", "Task_Rectify", "Task_Reassess", "Task_GradeReassessment", "Gateway_Met")
			.neverPassed("Event_RectificationOverdue", "Task_ProposeRevocation")
			.endsAt("End_Rectified", "RECTIFIED");
	}

	@Test
	void proposesTheRevocationOfAParkThatIsStillBelow() {
		finds("gradeRecheck", "BELOW");
		park().submits();
		technicalUnit().decides("ASSESSED");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("PROPOSED");

		this.followup.passed("Gateway_Met", "Task_ProposeRevocation")
			.endsAt("End_RevocationProposed", "REVOCATION_PROPOSED");
	}

	@Test
	void isAssessedAsItIsWhenItsTimeIsOver() {
		this.followup.fires("Event_RectificationOverdue");

		this.followup.waitsAt("Task_Reassess").passed("Event_RectificationOverdue");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_Rectify");
	}

}
