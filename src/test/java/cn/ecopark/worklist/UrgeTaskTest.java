package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
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
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.TaskRefusals.NotTheSupervisor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
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

/** A province does not answer: the Office urges, sets a last day, goes on. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class UrgeTaskTest {

	private static final Reason WORDS = new Reason("请尽快办理（虚构）");

	/** The third working day after Tuesday, the second of January. */
	private static final LocalDate FIRST = LocalDate.of(2018, 1, 5);

	@Autowired
	Scene scene;

	@Autowired
	RecordingEngine engine;

	@Autowired
	UrgeTask urgeTask;

	@Autowired
	GoOnWithoutAnswer goOn;

	@Autowired
	Supervision supervision;

	@Autowired
	Urgings urgings;

	@Autowired
	TaskLife tasks;

	@Autowired
	CaseFlow flow;

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

	WorkItem review;

	@BeforeEach
	void theProvinceHasAReview() {
		this.scene.itIs("2018-01-02T10:00");
		this.engine.letsSilenceStandFor("NO_ANSWER", false);
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.office = this.scene.office();
		this.review = waits(Purpose.ORDINARY, "320000-ECOLOGY");
	}

	@Test
	void tellsTheHolderWhatWasUrged() throws Exception {
		this.urgeTask.urge(this.review.id(), "one", WORDS, this.office);

		assertThat(this.urgings.of(this.review.id()).urgedOn()).containsExactly(LocalDate.of(2018, 1, 2));
		assertThat(line()).satisfies(entry -> {
			assertThat(entry.message()).isEqualTo("worklist.timeline.urged");
			assertThat(entry.remark()).isEqualTo(WORDS.text());
			assertThat(entry.personName()).isEqualTo(this.office.name());
			assertThat(entry.arguments()).containsExactly("江苏省环境保护厅", "Task_Review", "");
		});
		assertThat(audited("task.urged")).isOne();
		RequestPostProcessor province = as(this.scene.staffOf("320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY));
		this.mvc.perform(get("/desk").with(province)).andExpect(content().string(containsString("已催办 1 次")));
		this.mvc.perform(get("/tasks/" + this.review.id()).with(province))
			.andExpect(content().string(containsString(WORDS.text())));
	}

	@Test
	void urgesOncePerToken() {
		this.urgeTask.urge(this.review.id(), "one", WORDS, this.office);
		this.urgeTask.urge(this.review.id(), "one", WORDS, this.office);
		assertThat(this.urgings.of(this.review.id()).all()).hasSize(1);

		this.urgeTask.urge(this.review.id(), "two", WORDS, this.office);
		assertThat(this.urgings.of(this.review.id()).all()).hasSize(2);
	}

	@Test
	void setsALastDayThatCanOnlyBePutOff() {
		LocalDate later = FIRST.plusDays(3);
		sets(FIRST);
		sets(FIRST);
		assertThat(this.urgings.of(this.review.id()).all()).hasSize(1);
		sets(later);
		assertThat(this.urgings.of(this.review.id()).lastDay()).isEqualTo(later);

		refuses("last-day-before-former", () -> sets(FIRST));
		assertThat(line().arguments()).containsExactly("江苏省环境保护厅", "Task_Review", later.toString());
		assertThat(audited("task.last-day-set")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2018-01-01", "2018-01-02", "2018-01-04", "2081-01-05", "0018-01-05" })
	void refusesADayThatNobodyMeans(LocalDate day) {
		refuses("last-day-out-of-bounds", () -> sets(day));
		assertThat(this.urgings.of(this.review.id()).isNone()).isTrue();
	}

	@Test
	void leavesTheHolderTheLimitOfTheStep() {
		this.jdbc.sql("UPDATE work_item SET due_on = DATE '2018-01-10', sort_due = DATE '2018-01-10' WHERE id = :id")
			.param("id", this.review.id())
			.update();

		refuses("last-day-before-limit", () -> sets(LocalDate.of(2018, 1, 9)));
		sets(LocalDate.of(2018, 1, 10));
	}

	@Test
	void setsNoLastDayWhereTheDiagramEndsTheStep() {
		this.engine.letsSilenceStandFor(null, true);

		refuses("last-day-drawn", () -> sets(FIRST));
		this.urgeTask.urge(this.review.id(), "one", WORDS, this.office);
	}

	@Test
	void goesOnOnceTheLastDayIsOver() {
		this.urgeTask.urge(this.review.id(), "one", WORDS, this.office);
		refuses("silence-without-last-day", () -> goesOn("two"));
		sets(FIRST);
		this.scene.itIs("2018-01-05T23:59");
		refuses("silence-before-last-day", () -> goesOn("two"));
		assertThat(this.engine.completed()).doesNotContainKey(this.review.engineTaskId());
		this.scene.itIs("2018-01-06T00:01");

		goesOn("two");

		assertThat(this.engine.completed().get(this.review.engineTaskId()))
			.hasToString("{Task_Review_outcome=NO_ANSWER}");
		assertThat(this.items.find(this.review.id()).orElseThrow().state()).isEqualTo(WorkItem.State.CANCELLED);
		StepRun run = this.runs.of(this.ecoCase.id()).get(0);
		assertThat(run.endedAs()).isEqualTo(StepEnd.LAPSED);
		assertThat(run.endedBy()).isEqualTo("逾期未答复");
		assertThat(run.workingDays()).isEqualTo(3);
		assertThat(line()).satisfies(entry -> {
			assertThat(entry.message()).isEqualTo("worklist.timeline.without-answer.urged");
			assertThat(entry.remark()).isEqualTo(WORDS.text());
			assertThat(entry.arguments()).containsExactly("江苏省环境保护厅", "Task_Review", "逾期未答复", "", "2018-01-02",
					"2018-01-02", "2018-01-05");
		});
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'task.lapsed' AND details LIKE :item")
			.param("item", "%\"item\":" + this.review.id() + ",%")
			.query(String.class)
			.single()).contains("\"urgedOn\":[\"2018-01-02\"]", "\"lastDay\":\"2018-01-05\"", "江苏省环境保护厅");
	}

	@Test
	void tellsTheOfficeWhoIsLateUntilItHasUrged() throws Exception {
		this.jdbc.sql("UPDATE work_item SET due_on = DATE '2017-01-03', sort_due = DATE '2017-01-03' WHERE id = :id")
			.param("id", this.review.id())
			.update();
		String late = this.ecoCase.park().name() + "：江苏省环境保护厅的“Task_Review”已逾期，尚未催办";
		this.mvc.perform(get("/desk").with(as(this.office))).andExpect(content().string(containsString(late)));
		this.mvc.perform(get("/desk").with(as(this.scene.ministry("MEE"))))
			.andExpect(content().string(not(containsString(late))));

		sets(FIRST);
		this.mvc.perform(get("/desk").with(as(this.office)))
			.andExpect(content().string(not(containsString(this.ecoCase.park().name()))));
		this.scene.itIs("2018-01-06T10:00");
		this.mvc.perform(get("/desk").with(as(this.office)))
			.andExpect(content().string(containsString("最后期限 2018-01-05 已过，仍未办理")));
	}

	@Test
	void goesOnOnce() {
		sets(FIRST);
		this.scene.itIs("2018-01-08T10:00");
		goesOn("one");
		goesOn("one");
		this.tasks.ended(String.valueOf(this.review.engineTaskId()), TaskEnd.DONE);

		assertThat(this.urgings.of(this.review.id()).all()).hasSize(2);
		assertThat(this.runs.of(this.ecoCase.id())).hasSize(1);
		assertThatThrownBy(() -> goesOn("two")).isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.urgeTask.urge(this.review.id(), "three", WORDS, this.office))
			.isInstanceOf(TaskAlreadyDone.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "FORWARD", "PASS", "" })
	void takesSilenceForNoDecision(String standIn) {
		this.engine.letsSilenceStandFor(standIn.isEmpty() ? null : standIn, false);
		sets(FIRST);
		this.scene.itIs("2018-01-08T10:00");

		refuses("silence-is-no-decision", () -> goesOn("one"));
		assertThat(this.engine.completed()).doesNotContainKey(this.review.engineTaskId());
	}

	static List<UnitKind> kinds() {
		return new ShippedKinds().kinds();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void isTheOfficesAlone(UnitKind kind) {
		Actor stranger = this.scene.staffOf(kind.equals(ShippedKinds.OFFICE) ? "OFFICE" : "MEE", kind);
		if (kind.equals(ShippedKinds.OFFICE)) {
			stranger = new Actor(stranger.personId(), "审计员", "OFFICE", kind, null, Set.of(MemberRole.AUDITOR));
		}
		Actor actor = stranger;

		assertThatThrownBy(() -> this.urgeTask.urge(this.review.id(), "one", WORDS, actor))
			.isInstanceOf(NotTheSupervisor.class);
		assertThatThrownBy(() -> this.urgeTask.setLastDay(this.review.id(), "one", FIRST, WORDS, actor))
			.isInstanceOf(NotTheSupervisor.class);
		assertThatThrownBy(() -> this.goOn.goOn(this.review.id(), "one", WORDS, actor))
			.isInstanceOf(NotTheSupervisor.class);
		assertThat(this.supervision.isOffered(actor, this.review)).isFalse();
	}

	@Test
	void leavesTheOfficesOwnStepsAndDraftsAlone() {
		WorkItem own = waits(Purpose.ORDINARY, "OFFICE");
		assertThatThrownBy(() -> this.urgeTask.urge(own.id(), "one", WORDS, this.office))
			.isInstanceOf(NotTheSupervisor.class);

		EcoCase draft = this.scene.openCase();
		WorkItem submitting = this.scene.caseTask(draft, null, "creation", "Task_Submit",
				new Holder("PARK", draft.park().unitId(), null, null), Purpose.ORDINARY, "SUBMIT");
		assertThatThrownBy(() -> this.urgeTask.urge(submitting.id(), "one", WORDS, this.office))
			.isInstanceOf(CaseNotFound.class);
	}

	@Test
	void asksForWordsAndDayOnThePage() throws Exception {
		String url = "/tasks/" + this.review.id() + "/urging";
		RequestPostProcessor who = as(this.office);

		this.mvc.perform(get("/cases/" + this.ecoCase.id()).with(who)).andExpect(content().string(containsString(url)));
		this.mvc.perform(get(url).with(who))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("尚未对")));
		for (Map.Entry<String, String> wrong : Map.of("", "请填写有效日期", "2018-02-30", "请填写有效日期", "2017-01-05", "须在")
			.entrySet()) {
			this.mvc
				.perform(post(url + "/last-day").with(who)
					.with(csrf())
					.param("lastDay", wrong.getKey())
					.param("text", "省级已逾期（虚构）"))
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString(wrong.getValue())))
				.andExpect(content().string(containsString("省级已逾期（虚构）")));
		}
		for (String text : List.of(" ", "\u0001", "长".repeat(1001))) {
			this.mvc.perform(post(url + "/urge").with(who).with(csrf()).param("text", text))
				.andExpect(status().isUnprocessableContent());
		}
		this.mvc.perform(post(url + "/go-on").with(who).with(csrf()).param("text", "无理由（虚构）"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请先限期")));
		assertThat(this.urgings.of(this.review.id()).isNone()).isTrue();

		this.mvc
			.perform(post(url + "/last-day").with(who)
				.with(csrf())
				.param("lastDay", "2018-01-05")
				.param("text", "省级已逾期（虚构）"))
			.andExpect(redirectedUrl("/cases/" + this.ecoCase.id()));
		this.mvc.perform(get("/cases/" + this.ecoCase.id()).with(who))
			.andExpect(content().string(containsString("最后期限 2018-01-05")));
		this.mvc
			.perform(get("/cases/" + this.ecoCase.id())
				.with(as(this.scene.staffOf(this.ecoCase.park().unitId(), ShippedKinds.PARK))))
			.andExpect(content().string(not(containsString("最后期限 2018-01-05"))));
		this.mvc.perform(get(url).with(as(this.scene.ministry("MEE")))).andExpect(status().isForbidden());
	}

	private WorkItem waits(Purpose purpose, String unit) {
		WorkItem drawn = this.scene.caseTask(this.ecoCase, null, "application", "Task_Draft",
				new Holder("PROVINCE_ECOLOGY", unit, null, null), purpose, "FORWARD", "SEND_BACK", "REFUSE");
		this.jdbc.sql("UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED' WHERE id = :id")
			.param("id", drawn.id())
			.update();
		String engineTask = UUID.randomUUID().toString();
		this.tasks.opened(new WorkItem(0, engineTask,
				new WorkItem.Task(drawn.task().release(), "application:1", "application", "Task_Review", "Task_Review",
						"application"),
				drawn.subject(), drawn.holder(), drawn.createdAt(), null, null, false, null, null, drawn.description(),
				WorkItem.State.OPEN, null, null, 0));
		return this.items.ofEngineTask(engineTask).orElseThrow();
	}

	private void sets(LocalDate day) {
		this.urgeTask.setLastDay(this.review.id(), UUID.randomUUID().toString(), day, WORDS, this.office);
	}

	private void goesOn(String token) {
		this.goOn.goOn(this.review.id(), token, WORDS, this.office);
	}

	private Timeline.Entry line() {
		return this.timeline.of(this.ecoCase.id(), List.of(Audience.AUTHORITIES)).get(0);
	}

	private int audited(String action) {
		return this.jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action AND details::text LIKE :item")
			.param("action", action)
			.param("item", "%" + this.review.id() + "%")
			.query(Integer.class)
			.single();
	}

	private static void refuses(String rule, Runnable command) {
		assertThatThrownBy(command::run).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	private static RequestPostProcessor as(@Nullable Actor actor) {
		return authentication(new ActorAuthentication(actor));
	}

}
