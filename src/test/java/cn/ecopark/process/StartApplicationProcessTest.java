package cn.ecopark.process;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** The province decides whether a park starts its creation. */
class StartApplicationProcessTest extends StagedProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "start-application");

	private final Course application = caseIn("start-application");

	StartApplicationProcessTest() {
		super(ShippedPacks.SECOND);
	}

	@BeforeEach
	void reachesTheProvince() {
		this.application.isStarted().waitsAt("Task_SubmitStartApplication");
		park().submits();
		this.application.waitsAt("Call_ProvincialOpinions").stage("provincial-opinions");
		commerce().decides("AGREE");
		otherAdviser().decides("CORRECT");
		this.application.waitsAt("Task_DecideStart");
	}

	@Test
	void isConsentedToAndTakenOnFile() {
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("CONSENT");
		assertThat(calls()).containsExactly("assignCaseNumber");
		this.application.waitsAt("Task_FileStart");
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ON_FILE");

		this.application
			.passed("Task_SubmitStartApplication", "Call_ProvincialOpinions", "Task_DecideStart", "Gateway_Decided",
					"Task_AssignCaseNumber", "Task_FileStart")
			.neverPassed("Task_RecordNotice", "Task_Correct")
			.endsAt("End_Consented", "CONSENTED");
	}

	@Test
	void isBeforeTheProvincesPublicFirst() {
		ecology().decides("PUBLISH_FIRST");
		this.application.waitsAt("Task_RecordNotice");
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("NOTICE_STANDS");
		this.application.waitsAt("Event_NoticeEnded").fires("Event_NoticeEnded").waitsAt("Task_ConcludeNotice");
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("NOTICE_CONCLUDED");
		this.application.waitsAt("Task_DecideStart");
		assertThat(calls()).isEmpty();
		ecology().decides("CONSENT");
		office().decides("ON_FILE");

		this.application
			.passed("Gateway_Decided", "Task_RecordNotice", "Event_NoticeEnded", "Task_ConcludeNotice",
					"Task_DecideStart", "Gateway_Decided", "Task_AssignCaseNumber")
			.endsAt("End_Consented", "CONSENTED");
	}

	@Test
	void isDeclinedByTheProvince() {
		ecology().decides("DECLINE_START");

		this.application.passed("Task_DecideStart", "Gateway_Decided")
			.neverPassed("Task_AssignCaseNumber")
			.endsAt("End_Declined", "DECLINED");
		assertThat(calls()).isEmpty();
	}

	@Test
	void comesBackToTheProvinceOnceItIsCorrected() {
		ecology().decides("SEND_BACK");
		this.application.waitsAt("Task_Correct");
		park().isReminded().submits();

		this.application.waitsAt("Task_DecideStart").passed("Gateway_Decided", "Task_Correct");
	}

	@Test
	void lapsesWhenTheParkDoesNotCorrectInTime() {
		ecology().decides("SEND_BACK");

		this.application.fires("Event_CorrectionOverdue").waitsAt("Task_DecideLapse");
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("CLOSE");

		this.application.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended")
			.endsAt("End_Lapsed", "LAPSED");
	}

	@Test
	void givesTheParkMoreTimeWhenTheProvinceExtends() {
		ecology().decides("SEND_BACK");
		this.application.fires("Event_CorrectionOverdue");

		ecology().decides("EXTEND");
		this.application.waitsAt("Task_Correct");
		park().submits();

		this.application.waitsAt("Task_DecideStart")
			.passed("Event_CorrectionOverdue", "Task_DecideLapse", "Gateway_Extended", "Task_Correct")
			.neverPassed("End_Lapsed");
	}

}
