package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
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
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.TaskRefusals.NoUnitToChange;
import cn.ecopark.worklist.TaskRefusals.NotOfTheOffice;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The Office puts another technical unit in the place of one, in a running case. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ChangeUnitTest {

	private static final String ROLE = "TECHNICAL_UNIT";

	private static final Reason REASON = new Reason("原单位另有任务（虚构）");

	@Autowired
	Scene scene;

	@Autowired
	RecordingEngine engine;

	@Autowired
	ChangeUnit changeUnit;

	@Autowired
	TaskLife tasks;

	@Autowired
	TaskDrafts drafts;

	@Autowired
	CaseFlow flow;

	@Autowired
	CaseAccess access;

	@Autowired
	CaseParties parties;

	@Autowired
	Rectifications rectifications;

	@Autowired
	WorkItems items;

	@Autowired
	StepRuns runs;

	@Autowired
	Timeline timeline;

	@Autowired
	Audit audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	EcoCase ecoCase;

	Actor office;

	Actor successor;

	WorkItem check;

	@BeforeEach
	void aCheckLiesWithTheTechnicalUnit() {
		this.scene.itIs("2018-01-02T10:00");
		this.engine.hasStepsToCome(true);
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.office = this.scene.office();
		this.successor = memberOf("NIES");
		this.check = waits("Task_PreReview", "CRAES", null);
	}

	@Test
	void givesAllThatIsOpenToTheOther() {
		WorkItem objection = waits("Task_Verify", "CRAES", "objection-1");
		Actor before = this.scene.staffOf("CRAES", ShippedKinds.TECHNICAL_UNIT);

		change("NIES");

		for (WorkItem item : List.of(this.check, objection)) {
			assertThat(this.items.find(item.id()).orElseThrow().holder())
				.isEqualTo(new Holder(ROLE, "NIES", null, null));
		}
		assertThat(this.runs.of(this.ecoCase.id())).filteredOn(run -> run.step().key().equals("Task_PreReview"))
			.satisfiesExactly(first -> {
				assertThat(first.unitId()).isEqualTo("CRAES");
				assertThat(first.endedAs()).isEqualTo(StepEnd.CANCELLED);
				assertThat(first.endedBy()).isEqualTo("更换承办单位");
			}, second -> {
				assertThat(second.unitId()).isEqualTo("NIES");
				assertThat(second.left()).isNull();
			});
		assertThat(this.parties.unitInRole(this.ecoCase.id(), ROLE)).contains("NIES");
		EcoCase now = this.access.read(this.office, this.ecoCase.id());
		assertThat(this.access.mayRead(this.successor, now)).isTrue();
		assertThat(this.access.mayRead(before, now)).isFalse();
	}

	@Test
	void isToldWithItsReason() {
		change("NIES");

		assertThat(this.timeline.of(this.ecoCase.id(), List.of(Audience.PARK)))
			.filteredOn(entry -> entry.message().equals("worklist.timeline.unit-changed"))
			.singleElement()
			.satisfies(entry -> {
				assertThat(entry.remark()).isEqualTo(REASON.text());
				assertThat(entry.arguments()).containsExactly("技术支持单位", "中国环境科学研究院", "环境保护部南京环境科学研究所");
			});
		assertThat(this.audit.entries(Subject.ofCase(this.ecoCase.id()), Long.MAX_VALUE, 100))
			.extracting(AuditEntry::action)
			.contains("case.unit-changed");
	}

	/** What the old unit has ordered is looked at by the new one; the days stay. */
	@Test
	void givesItTheRectificationToLookAt() {
		this.jdbc
			.sql("INSERT INTO rectification (case_id, orderer, days, ordered_at) VALUES (:case, 'CRAES', 30, now())")
			.param("case", this.ecoCase.id())
			.update();

		change("NIES");

		assertThat(this.rectifications.latest(this.ecoCase.id()))
			.contains(new Rectifications.Rectification("NIES", 30));
	}

	@Test
	void leavesDraftsToTheirAuthors() throws Exception {
		Actor author = memberOf("CRAES");
		this.drafts.keep(this.check.id(), Map.of("opinion", List.of("起草中的意见（虚构）")), author);

		change("NIES");

		this.mvc.perform(get("/desk").with(as(author)))
			.andExpect(content().string(containsString("/tasks/" + this.check.id() + "/left-draft")));
		this.mvc.perform(get("/tasks/" + this.check.id() + "/left-draft").with(as(author)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("起草中的意见（虚构）")));
		this.mvc.perform(get("/tasks/" + this.check.id()).with(as(author))).andExpect(status().isForbidden());
		this.mvc.perform(get("/tasks/" + this.check.id() + "/left-draft").with(as(this.successor)))
			.andExpect(status().isNotFound());
	}

	@Test
	void isRefusedOnceNoStepOfItCanCome() {
		this.engine.hasStepsToCome(false);

		refuses("unit-has-finished", () -> change("NIES"));
		assertThat(this.changeUnit.offered(this.ecoCase, this.office)).isEmpty();
		assertThat(this.items.find(this.check.id()).orElseThrow().holder().unitId()).isEqualTo("CRAES");
	}

	@Test
	void takesNoUnitInWhichNobodyActs() {
		this.jdbc.sql("DELETE FROM membership WHERE unit_id = 'NIES'").update();

		refuses("unit-has-nobody", () -> change("NIES"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "CRAES", "MEE", "none" })
	void takesNoneButAnotherOfItsKind(String unit) {
		assertThatThrownBy(() -> change(unit)).isInstanceOf(UnitCannotTakeOver.class);
	}

	@Test
	void isTheOfficesAloneAndOnlyOfUnitsNamedByChoice() {
		assertThatThrownBy(
				() -> this.changeUnit.change(this.ecoCase.id(), ROLE, "NIES", REASON, this.scene.ministry("MEE")))
			.isInstanceOf(NotOfTheOffice.class);
		assertThat(this.changeUnit.offered(this.ecoCase, this.scene.ministry("MEE"))).isEmpty();
		assertThatThrownBy(() -> this.changeUnit.change(this.ecoCase.id(), "PROVINCE_ECOLOGY", "330000-ECOLOGY", REASON,
				this.office))
			.isInstanceOf(NoUnitToChange.class);
		this.flow.close(this.ecoCase.id(), "CLOSED");
		assertThatThrownBy(() -> change("NIES")).isInstanceOf(NoUnitToChange.class);
	}

	@Test
	void isDoneOnItsPage() throws Exception {
		String url = "/cases/" + this.ecoCase.id() + "/units/" + ROLE;
		this.mvc.perform(get("/cases/" + this.ecoCase.id()).with(as(this.office)))
			.andExpect(content().string(containsString(url)))
			.andExpect(content().string(containsString("更换技术支持单位")));
		this.mvc.perform(get(url).with(as(this.office)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("中国环境科学研究院")));
		this.mvc.perform(post(url).with(as(this.office)).with(csrf()).param("reason", "另有任务（虚构）"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请从列出的单位中选择")))
			.andExpect(content().string(containsString("另有任务（虚构）")));
		this.mvc.perform(post(url).with(as(this.office)).with(csrf()).param("unit", "NIES").param("reason", " "))
			.andExpect(status().isUnprocessableContent());

		this.mvc.perform(post(url).with(as(this.office)).with(csrf()).param("unit", "NIES").param("reason", "另有任务（虚构）"))
			.andExpect(redirectedUrl("/cases/" + this.ecoCase.id()));
		this.mvc.perform(get("/cases/" + this.ecoCase.id()).with(as(this.office)))
			.andExpect(content().string(containsString("更换技术支持单位：由中国环境科学研究院改为环境保护部南京环境科学研究所")));
	}

	private void change(String unit) {
		this.changeUnit.change(this.ecoCase.id(), ROLE, unit, REASON, this.office);
	}

	private Actor memberOf(String unit) {
		Actor actor = this.scene.staffOf(unit, ShippedKinds.TECHNICAL_UNIT);
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:person, :unit, 'STAFF')")
			.param("person", actor.personId())
			.param("unit", unit)
			.update();
		return actor;
	}

	private WorkItem waits(String taskKey, String unit, String objection) {
		WorkItem drawn = this.scene.caseTask(this.ecoCase, null, "plan-review", taskKey,
				new Holder(ROLE, unit, null, null), Purpose.ORDINARY, "READY");
		WorkItem.Subject of = drawn.subject();
		WorkItem.Subject subject = objection == null ? of : new WorkItem.Subject(objection, of.caseId(), null, null,
				of.title(), null, of.parkId(), of.parkKind(), of.provinceCode());
		String engineTask = UUID.randomUUID().toString();
		this.tasks.opened(new WorkItem(0, engineTask, drawn.task(), subject, drawn.holder(), drawn.createdAt(), null,
				null, false, null, null, drawn.description(), WorkItem.State.OPEN, null, null, 0));
		this.jdbc.sql("UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED' WHERE id = :id")
			.param("id", drawn.id())
			.update();
		return this.items.ofEngineTask(engineTask).orElseThrow();
	}

	private static RequestPostProcessor as(Actor actor) {
		return authentication(new ActorAuthentication(actor));
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

}
