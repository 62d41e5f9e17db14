package cn.ecopark.worklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** What documents may say because somebody entered it, with the pack's own forms. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class StatedFactsTest {

	@Autowired
	StatedFacts stated;

	@Autowired
	Scene scene;

	@Autowired
	Opinions opinions;

	@Autowired
	FormSchemas forms;

	@Autowired
	CaseTime time;

	EcoCase ecoCase;

	@BeforeEach
	void opensACase() {
		this.scene.itIs("2018-02-05T10:00");
		this.ecoCase = this.scene.openCase();
	}

	@Test
	void statesWhatWasAnsweredYesAndNothingElse() throws IOException {
		entered("Task_HoldMeeting", "plan-review-meeting", Map.of("siteVisited", "yes", "siteVisitedOn", "2018-02-04",
				"filmShown", true, "questioned", false, "attendance", "全体专家"));

		Facts facts = this.stated.of(this.ecoCase.id());

		assertThat(facts.words("siteVisitedOn")).isEqualTo("2018年2月4日");
		assertThat(facts.words("siteVisited")).isEqualTo("是");
		assertThat(facts.words("filmShown")).isEqualTo("是");
		assertThat(facts.lacks("questioned")).isTrue();
		assertThat(facts.lacks("discussed")).isTrue();
	}

	@Test
	void statesNothingThatWasHiddenOrAnsweredNo() throws IOException {
		entered("Task_HoldMeeting", "plan-review-meeting", Map.of("siteVisited", "no", "siteVisitedOn", "2018-02-04"));

		Facts facts = this.stated.of(this.ecoCase.id());

		assertThat(facts.lacks("siteVisited")).isTrue();
		assertThat(facts.lacks("siteVisitedOn")).isTrue();
	}

	@Test
	void takesTheStepAsItWasDoneLast() throws IOException {
		entered("Task_GiveCheckOpinion", "check-opinion", Map.of("conditionsMet", "yes"));
		assertThat(this.stated.of(this.ecoCase.id()).lacks("standardMet")).isFalse();

		entered("Task_GiveCheckOpinion", "check-opinion", Map.of("conditionsMet", "no"));

		assertThat(this.stated.of(this.ecoCase.id()).lacks("standardMet")).isTrue();
	}

	private void entered(String task, String form, Map<String, Object> fields) throws IOException {
		FormVersion version = this.forms.keep(this.ecoCase.release().pack(), form,
				Files.readString(Path.of("forms", this.ecoCase.release().pack(), form + ".form")));
		this.opinions.add(new Opinion(0, this.ecoCase.id(), this.ecoCase.id(), 0,
				new Opinion.Step("plan-review", task, task, Purpose.ORDINARY),
				new Opinion.Author("OFFICE", 0, "某人", "OFFICE", "办公室"), "HELD", "", Audience.AUTHORITIES, false,
				this.time.now(), version, fields, java.util.List.of()));
	}

}
