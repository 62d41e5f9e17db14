package cn.ecopark.process;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class ObjectionRounds extends ProcessTest {

	private final Course objection = objectionIn("objection");

	ObjectionRounds(ReleaseId release) {
		super(release);
	}

	@BeforeEach
	void isRegistered() {
		this.objection.isStartedWith(Map.of("caseId", "a case")).waitsAt("Task_AssignObjection");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPHOLD", "DISMISS" })
	void isAnsweredAfterTheProvinceHasVerifiedIt(String answer) {
		office().isReminded().isToldOfTheEndOfTheLimit().decides("ASSIGN_PROVINCE");
		ecology().isReminded().isToldOfTheEndOfTheLimit().decides("REPORT");
		office().isReminded().isToldOfTheEndOfTheLimit().decides(answer);

		this.objection
			.passed("Task_AssignObjection", "Gateway_Assigned", "Task_VerifyByProvince", "Gateway_Verified",
					"Task_AnswerObjection", "Task_SettleObjection")
			.neverPassed("Task_VerifyByTechnicalUnit", "Task_SettleNotAdmitted")
			.endsAt("End_Answered", "ANSWERED");
		assertThat(calls()).containsOnlyOnce("settleObjection");
	}

	@Test
	void isAnsweredAfterTheTechnicalUnitHasVerifiedIt() {
		office().decides("ASSIGN_TECHNICAL");
		technicalUnit().isReminded().isToldOfTheEndOfTheLimit().decides("REPORT");
		office().decides("DISMISS");

		this.objection
			.passed("Gateway_Assigned", "Task_VerifyByTechnicalUnit", "Gateway_Verified", "Task_AnswerObjection")
			.neverPassed("Task_VerifyByProvince")
			.endsAt("End_Answered", "ANSWERED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ASSIGN_PROVINCE", "ASSIGN_TECHNICAL" })
	void isAnsweredByTheOfficeWhenNobodyVerifiesIt(String assigned) {
		office().decides(assigned);

		("ASSIGN_PROVINCE".equals(assigned) ? ecology() : technicalUnit()).staysSilent();
		this.objection.waitsAt("Task_AnswerObjection");
		office().decides("DISMISS");

		this.objection.passed("Gateway_Verified", "Task_AnswerObjection").endsAt("End_Answered", "ANSWERED");
	}

	@Test
	void isSettledAtOnceWhenItIsNotAdmitted() {
		office().decides("NOT_ADMIT");

		this.objection.passed("Gateway_Assigned", "Task_SettleNotAdmitted")
			.neverPassed("Task_AnswerObjection")
			.endsAt("End_NotAdmitted", "NOT_ADMITTED");
		assertThat(calls()).containsExactly("settleObjection");
	}

}
