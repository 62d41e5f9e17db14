package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** Creation starts by the province's consent alone. */
class CreationIn2026ProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "creation");

	private final Course creation = caseIn("creation");

	CreationIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

	@BeforeEach
	void startsWhenTheParkOpensItsDraft() {
		this.creation.isStarted()
			.waitsAt("Call_StartApplication")
			.stage("start-application")
			.waitsAt("Task_SubmitStartApplication");
	}

	@Test
	void startsOnceTheProvinceConsents() {
		reachesTheProvince();
		ecology().decides("CONSENT");
		assertThat(calls()).doesNotContain("recordApproval");
		office().decides("ON_FILE");

		assertThat(calls()).containsExactly("assignCaseNumber", "recordApproval");
		this.creation.passed("Call_StartApplication", "Gateway_Consented", "Task_RecordApproval")
			.endsAt("End_Started", "STARTED");
	}

	@Test
	void endsWhenTheProvinceDoesNotConsent() {
		reachesTheProvince();
		ecology().decides("DECLINE_START");

		this.creation.passed("Gateway_Consented").neverPassed("Task_RecordApproval").endsAt("End_Declined", "DECLINED");
	}

	@Test
	void endsWhenTheParkDoesNotCorrectInTime() {
		reachesTheProvince();
		ecology().decides("SEND_BACK");
		this.creation.fires("Event_CorrectionOverdue");
		ecology().decides("CLOSE");

		this.creation.passed("Gateway_Consented").neverPassed("Task_RecordApproval").endsAt("End_Lapsed", "LAPSED");
	}

	@Test
	void mayBeWithdrawn() {
		reachesTheProvince();

		this.creation.isWithdrawnByThePark();

		this.creation.passed("Start_Withdrawn").endsAt("End_Withdrawn", "WITHDRAWN");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_DecideStart");
	}

	@Test
	void mayBeClosedByTheOffice() {
		this.creation.isClosedByTheOffice();

		this.creation.passed("Start_CloseRequested").endsAt("End_ClosedByOffice", "CLOSED");
	}

	private void reachesTheProvince() {
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");
	}

}
