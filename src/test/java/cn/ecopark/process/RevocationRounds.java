package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RevocationRounds extends ProcessTest {

	private final Course revocation = caseIn("revocation");

	RevocationRounds(ReleaseId release) {
		super(release);
	}

	@BeforeEach
	void isFiledByTheOffice() {
		this.revocation.isStarted().waitsAt("Task_FileCase");
		assertThat(calls()).isEmpty();
		office().isReminded().isToldOfTheEndOfTheLimit().decides("FILED");
		assertThat(calls()).containsExactly("assignCaseNumber");
		this.revocation.waitsAt("Task_GiveStatement");
	}

	@Test
	void takesTheTitleAwayAfterTheParkHasStatedItsCase() {
		park().isReminded().submits();
		this.revocation.waitsAt("Task_ReviewStatement");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("SUBMIT_TO_MINISTRIES");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("COMPOSED");
		this.revocation.waitsAt("Event_DecisionResult");
		this.revocation.receives("ISSUED");

		assertThat(calls()).endsWith("recordExit").containsOnlyOnce("recordExit");
		this.revocation
			.passed("Task_FileCase", "Task_AssignNumber", "Task_GiveStatement", "Task_ReviewStatement",
					"Gateway_Pursued", "Task_ComposeDecisionBatch", "Event_DecisionResult", "Gateway_DecisionIssued",
					"Task_RecordExit")
			.neverPassed("Event_StatementOverdue", "Task_HandleStrikeOut", "End_Dropped")
			.endsAt("End_Revoked", "REVOKED");
	}

	@Test
	void goesOnWithoutAParkThatIsSilent() {
		this.revocation.fires("Event_StatementOverdue");

		this.revocation.waitsAt("Task_ReviewStatement").passed("Task_GiveStatement", "Event_StatementOverdue");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_GiveStatement");
	}

	@Test
	void endsWithoutADecisionWhenTheStatementConvinces() {
		park().submits();

		office().decides("DROP");

		assertThat(calls()).doesNotContain("recordExit");
		this.revocation.passed("Task_ReviewStatement", "Gateway_Pursued")
			.neverPassed("Task_ComposeDecisionBatch")
			.endsAt("End_Dropped", "DROPPED");
	}

	@Test
	void goesIntoALaterBatchWhenItWasStruckOut() {
		isStruckOut();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("LATER_BATCH");

		this.revocation.waitsAt("Task_ComposeDecisionBatch")
			.passed("Gateway_DecisionIssued", "Task_HandleStrikeOut", "Gateway_AfterStrikeOut")
			.neverPassed("Task_RecordExit");
	}

	@Test
	void isReviewedAgainWhenItWasStruckOut() {
		isStruckOut();

		office().decides("BACK");

		this.revocation.waitsAt("Task_ReviewStatement").passed("Task_HandleStrikeOut", "Gateway_AfterStrikeOut");
	}

	@Test
	void isClosedWhenItWasStruckOut() {
		isStruckOut();

		office().decides("CLOSE");

		this.revocation.neverPassed("Task_RecordExit").endsAt("End_Closed", "CLOSED");
	}

	@Test
	void mayBeClosedByTheOfficeButNotWithdrawnByThePark() {
		assertThat(this.revocation.canBeWithdrawn()).isFalse();

		this.revocation.isClosedByTheOffice();

		this.revocation.passed("Start_CloseRequested").endsAt("End_ClosedByOffice", "CLOSED");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_GiveStatement");
	}

	private void isStruckOut() {
		park().submits();
		office().decides("SUBMIT_TO_MINISTRIES");
		office().decides("COMPOSED");
		this.revocation.receives("STRUCK_OUT");
		this.revocation.waitsAt("Task_HandleStrikeOut");
	}

}
