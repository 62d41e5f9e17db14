package cn.ecopark.worklist;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.OutcomeCounts.Count;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

/** A province sends back for correction; the pack lets it do so twice in a stage. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class OutcomeCountsTest {

	private static final String STAGE = "application";

	@Autowired
	Scene scene;

	@Autowired
	OutcomeCounts counts;

	@Autowired
	CaseFlow flow;

	@Autowired
	MockMvc mvc;

	EcoCase ecoCase;

	Actor province;

	@BeforeEach
	void aCaseIsInItsFirstStage() {
		this.scene.itIs("2018-01-02T10:00");
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.flow.enteredStage(this.ecoCase.id(), STAGE);
		this.province = this.scene.staffOf("320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY);
	}

	@Test
	void closesAnOutcomeThatWasTakenOftenEnough() throws Exception {
		ends("Task_Review", "SEND_BACK");
		shows("第 2 次，至多 2 次");
		ends("Task_Review", "SEND_BACK");

		WorkItem third = waits("Task_Review");
		assertThat(this.counts.of(third)).containsOnlyKeys("SEND_BACK").containsEntry("SEND_BACK", new Count(2, 2));
		assertThatThrownBy(() -> decides(third, "SEND_BACK")).isInstanceOfSatisfying(InvalidSubmission.class,
				refusal -> {
					assertThat(refusal.errors()).containsOnlyKeys("outcome");
					assertThat(refusal.errors().get("outcome").message()).isEqualTo("problem.law.taken-too-often");
				});
		shows("“退回补正”已有 2 次，本环节至多 2 次");
		decides(third, "FORWARD");
	}

	@Test
	void countsTheStepItselfOnly() {
		ends("Task_Other", "SEND_BACK");
		ends("Task_Other", "SEND_BACK");
		ends("Task_Review", "FORWARD");

		assertThat(this.counts.of(waits("Task_Review"))).containsEntry("SEND_BACK", new Count(0, 2));
	}

	@Test
	void countsFromTheBeginningOfTheStage() {
		ends("Task_Review", "SEND_BACK");
		ends("Task_Review", "SEND_BACK");
		this.scene.itIs("2018-01-03T10:00");
		this.flow.enteredStage(this.ecoCase.id(), "plan-review");
		this.flow.enteredStage(this.ecoCase.id(), STAGE);

		WorkItem again = waits("Task_Review");
		assertThat(this.counts.of(again)).containsEntry("SEND_BACK", new Count(0, 2));
		assertThat(this.counts.closedOutcomes(again)).isEmpty();
	}

	private void shows(String words) throws Exception {
		this.mvc
			.perform(get("/tasks/" + waits("Task_Review").id())
				.with(authentication(new ActorAuthentication(this.province))))
			.andExpect(content().string(containsString(words)));
	}

	private void ends(String task, String outcome) {
		decides(waits(task), outcome);
	}

	private void decides(WorkItem item, String outcome) {
		this.scene.does(this.province, item, new FormDecision(Statement.of(outcome, "")));
	}

	private WorkItem waits(String task) {
		return this.scene.caseTask(this.ecoCase, null, STAGE, task,
				new Holder("PROVINCE_ECOLOGY", "320000-ECOLOGY", null, null), Purpose.ORDINARY, "FORWARD", "SEND_BACK");
	}

}
