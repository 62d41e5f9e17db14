package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.RecordingEngine;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Unit;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.TaskRefusals.NotTheSupervisor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A technical unit does not answer: another one takes its place. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class HandOverStepTest {

	private static final Reason WORDS = new Reason("经催办、限期仍未办理（虚构）");

	private static final LocalDate LAST_DAY = LocalDate.of(2018, 1, 5);

	@Autowired
	Scene scene;

	@Autowired
	RecordingEngine engine;

	@Autowired
	UrgeTask urgeTask;

	@Autowired
	HandOverStep handOver;

	@Autowired
	Successors successors;

	@Autowired
	Urgings urgings;

	@Autowired
	TaskLife tasks;

	@Autowired
	CaseFlow flow;

	@Autowired
	CaseAccess access;

	@Autowired
	WorkItems items;

	@Autowired
	StepRuns runs;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	EcoCase ecoCase;

	Actor office;

	WorkItem check;

	@BeforeEach
	void theTechnicalUnitHasACheck() {
		this.scene.itIs("2018-01-02T10:00");
		this.engine.letsSilenceStandFor(null, false);
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.office = this.scene.office();
		this.check = waits("Task_PreReview", "TECHNICAL_UNIT", "CRAES");
	}

	@Test
	void givesTheStepToAnotherUnitOnceTheLastDayIsOver() {
		WorkItem other = waits("Task_CheckRevision", "TECHNICAL_UNIT", "CRAES");
		Actor before = this.scene.staffOf("CRAES", ShippedKinds.TECHNICAL_UNIT);
		Actor after = this.scene.staffOf("NIES", ShippedKinds.TECHNICAL_UNIT);
		lastDayPasses();

		this.handOver.handOver(this.check.id(), "one", "NIES", WORDS, this.office);

		for (long item : new long[] { this.check.id(), other.id() }) {
			assertThat(this.items.find(item).orElseThrow().holder())
				.isEqualTo(new Holder("TECHNICAL_UNIT", "NIES", null, null));
			List<StepRun> visits = this.runs.of(this.ecoCase.id())
				.stream()
				.filter(run -> run.step().key().equals(this.items.find(item).orElseThrow().task().taskKey()))
				.toList();
			assertThat(visits).extracting(StepRun::unitId).containsExactlyInAnyOrder("CRAES", "NIES");
			assertThat(visits).filteredOn(run -> "CRAES".equals(run.unitId()))
				.allSatisfy(run -> assertThat(run.endedAs()).isEqualTo(StepEnd.LAPSED))
				.extracting(StepRun::endedBy)
				.containsExactly("改由其他单位承办");
		}
		EcoCase now = this.access.read(this.office, this.ecoCase.id());
		assertThat(this.access.mayRead(after, now)).isTrue();
		assertThat(this.access.mayRead(before, now)).isFalse();
		assertThat(this.timeline.of(this.ecoCase.id(), List.of(Audience.AUTHORITIES))).first().satisfies(entry -> {
			assertThat(entry.message()).isEqualTo("worklist.timeline.handed-over");
			assertThat(entry.remark()).isEqualTo(WORDS.text());
			assertThat(entry.arguments()).contains("中国环境科学研究院", "环境保护部南京环境科学研究所");
		});
		assertThat(this.timeline.of(this.ecoCase.id(), List.of(Audience.PARK))).extracting(Timeline.Entry::message)
			.doesNotContain("worklist.timeline.handed-over");
	}

	@Test
	void letsWhoeverTakesOverBeginAnew() {
		lastDayPasses();
		this.handOver.handOver(this.check.id(), "one", "NIES", WORDS, this.office);

		assertThat(this.urgings.of(this.check.id()).lastDay()).isNull();
		assertThat(this.urgings.of(this.check.id()).urgedOn()).isEmpty();
		assertThat(this.urgings.of(this.check.id()).all()).hasSize(3);
		refuses("hand-over-before-last-day",
				() -> this.handOver.handOver(this.check.id(), "two", "CRAES", WORDS, this.office));
	}

	@Test
	void takesNoStepAwayBeforeTheLastDayIsOver() {
		refuses("hand-over-before-last-day",
				() -> this.handOver.handOver(this.check.id(), "one", "NIES", WORDS, this.office));
		this.urgeTask.setLastDay(this.check.id(), "two", LAST_DAY, WORDS, this.office);
		this.scene.itIs("2018-01-05T23:59");
		refuses("hand-over-before-last-day",
				() -> this.handOver.handOver(this.check.id(), "three", "NIES", WORDS, this.office));
		assertThat(this.items.find(this.check.id()).orElseThrow().holder().unitId()).isEqualTo("CRAES");
	}

	@Test
	void leavesAProvinceWhatTerritoryGivesIt() {
		WorkItem review = waits("Task_Review", "PROVINCE_ECOLOGY", "320000-ECOLOGY");

		assertThat(this.successors.candidates(review)).isEmpty();
		assertThat(this.successors.candidates(this.check)).extracting(Unit::id).containsExactly("NIES");
		refuses("holder-not-exchangeable",
				() -> this.handOver.handOver(review.id(), "one", "330000-ECOLOGY", WORDS, this.office));
	}

	@Test
	void isDoneOnceAndByTheOfficeOnly() {
		lastDayPasses();
		Actor ministry = this.scene.ministry("MEE");
		assertThatThrownBy(() -> this.handOver.handOver(this.check.id(), "one", "NIES", WORDS, ministry))
			.isInstanceOf(NotTheSupervisor.class);

		this.handOver.handOver(this.check.id(), "two", "NIES", WORDS, this.office);
		this.handOver.handOver(this.check.id(), "two", "NIES", WORDS, this.office);

		assertThat(this.urgings.of(this.check.id()).all()).filteredOn(one -> one.act() == Urging.Act.HANDED_OVER)
			.hasSize(1);
	}

	@Test
	void leavesAStepThatIsDone() {
		lastDayPasses();
		this.tasks.ended(String.valueOf(this.check.engineTaskId()), TaskEnd.cancelled("已取消"));

		assertThatThrownBy(() -> this.handOver.handOver(this.check.id(), "one", "NIES", WORDS, this.office))
			.isInstanceOf(TaskAlreadyDone.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "CRAES", "MEE", "none" })
	void refusesAUnitThatCannotTakeOver(String unit) {
		lastDayPasses();

		assertThatThrownBy(() -> this.handOver.handOver(this.check.id(), "one", unit, WORDS, this.office))
			.isInstanceOf(UnitCannotTakeOver.class);
	}

	@Test
	void isOfferedOnThePageOfUrging() throws Exception {
		RequestPostProcessor who = authentication(new ActorAuthentication(this.office));
		String url = "/tasks/" + this.check.id() + "/urging";
		this.mvc.perform(get(url).with(who)).andExpect(content().string(containsString("才可以改由其他单位承办")));
		lastDayPasses();
		this.mvc.perform(get(url).with(who))
			.andExpect(content().string(containsString("环境保护部南京环境科学研究所")))
			.andExpect(content().string(not(containsString("才可以改由其他单位承办"))));
		this.mvc.perform(post(url + "/hand-over").with(who).with(csrf()).param("text", "逾期（虚构）"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请从列出的单位中选择")))
			.andExpect(content().string(containsString("逾期（虚构）")));
		this.mvc.perform(post(url + "/hand-over").with(who).with(csrf()).param("unit", "NIES").param("text", " "))
			.andExpect(status().isUnprocessableContent());

		this.mvc.perform(post(url + "/hand-over").with(who).with(csrf()).param("unit", "NIES").param("text", "逾期（虚构）"))
			.andExpect(redirectedUrl("/cases/" + this.ecoCase.id()));
	}

	private void lastDayPasses() {
		this.urgeTask.urge(this.check.id(), UUID.randomUUID().toString(), WORDS, this.office);
		this.urgeTask.setLastDay(this.check.id(), UUID.randomUUID().toString(), LAST_DAY, WORDS, this.office);
		this.scene.itIs("2018-01-06T00:01");
	}

	private WorkItem waits(String taskKey, String role, String unit) {
		WorkItem drawn = this.scene.caseTask(this.ecoCase, null, "plan-review", taskKey,
				new Holder(role, unit, null, null), Purpose.ORDINARY, "READY");
		String engineTask = UUID.randomUUID().toString();
		this.tasks.opened(new WorkItem(0, engineTask, drawn.task(), drawn.subject(), drawn.holder(), drawn.createdAt(),
				null, null, false, null, null, drawn.description(), WorkItem.State.OPEN, null, null, 0));
		this.jdbc.sql("UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED' WHERE id = :id")
			.param("id", drawn.id())
			.update();
		return this.items.ofEngineTask(engineTask).orElseThrow();
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

}
