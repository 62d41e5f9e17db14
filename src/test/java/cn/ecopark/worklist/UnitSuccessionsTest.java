package cn.ecopark.worklist;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Units are closed and merged, by the page of the system administrator. Units and papers
 * are invented.
 */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class UnitSuccessionsTest {

	private static final String ROLE = "TECHNICAL_UNIT";

	private static final String URL = "/admin/reference/unit-ends";

	@Autowired
	Scene scene;

	@Autowired
	CaseFlow flow;

	@Autowired
	CaseParties parties;

	@Autowired
	Units units;

	@Autowired
	UnitSuccessions successions;

	@Autowired
	BackgroundQueue queue;

	@Autowired
	WorkItems items;

	@Autowired
	TaskLife tasks;

	@Autowired
	StepRuns runs;

	@Autowired
	Timeline timeline;

	@Autowired
	Audit audit;

	@Autowired
	CaseTime time;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	EcoCase ecoCase;

	String former;

	String heir;

	WorkItem check;

	Actor admin;

	@BeforeEach
	void aCheckLiesWithAUnit() {
		this.scene.itIs("2018-01-02T10:00");
		this.former = unit("甲院（虚构）");
		this.heir = unit("乙院（虚构）");
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.parties.replaceUnit(this.ecoCase.id(), "CRAES", this.former, this.time.now());
		this.check = waits(this.former, LocalDate.of(2018, 1, 12));
		this.admin = administrator();
	}

	@AfterEach
	void theDepartmentIsThereAgain() throws Exception {
		if (this.units.endOf("320000-SCIENCE").isPresent()) {
			takeBack("320000-SCIENCE").andExpect(status().is3xxRedirection());
		}
	}

	@Test
	void passesWhatIsOpenOnFromTheDayAndNotBefore() throws Exception {
		end(this.former, this.heir, "2018-01-09").andExpect(status().is3xxRedirection());

		this.time.moveTo(LocalDate.of(2018, 1, 8).atTime(23, 0).atZone(CaseTime.ZONE).toInstant());
		pass();
		assertThat(holder()).isEqualTo(this.former);
		assertThat(this.parties.unitInRole(this.ecoCase.id(), ROLE)).contains(this.former);

		this.time.moveTo(LocalDate.of(2018, 1, 9).atStartOfDay(CaseTime.ZONE).toInstant());
		pass();
		pass();

		assertThat(holder()).isEqualTo(this.heir);
		assertThat(this.items.find(this.check.id()).orElseThrow().dueOn()).isEqualTo(LocalDate.of(2018, 1, 12));
		assertThat(this.parties.unitInRole(this.ecoCase.id(), ROLE)).contains(this.heir);
		assertThat(this.runs.of(this.ecoCase.id())).extracting(StepRun::unitId).endsWith(this.former, this.heir);
		assertThat(this.timeline.of(this.ecoCase.id(), List.of(Audience.PARK)))
			.filteredOn(entry -> entry.message().equals("worklist.timeline.unit-succeeded"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.arguments()).containsExactly("甲院（虚构）", "乙院（虚构）", "2018-01-09",
					"某机构改革文件（虚构）"));
		assertThat(this.audit.entries(Subject.ofCase(this.ecoCase.id()), Long.MAX_VALUE, 100))
			.extracting(AuditEntry::action)
			.containsOnlyOnce("case.unit-succeeded", "task.succeeded");
		this.mvc
			.perform(get("/cases/" + this.ecoCase.id())
				.with(authentication(new ActorAuthentication(this.scene.office()))))
			.andExpect(content().string(containsString("机构撤并：甲院（虚构）自 2018-01-09 起并入乙院（虚构）")));
	}

	/**
	 * Not before the day; from it on a page says why and whom to ask, and nothing else is
	 * shown.
	 */
	@Test
	void letsNobodyWorkInItsNameFromTheDayOn() throws Exception {
		Actor left = this.scene.staffOf(this.former, ShippedKinds.TECHNICAL_UNIT);
		Actor there = this.scene.staffOf(this.heir, ShippedKinds.TECHNICAL_UNIT);
		end(this.former, this.heir, "2018-01-09").andExpect(status().is3xxRedirection());

		this.time.moveTo(LocalDate.of(2018, 1, 8).atTime(23, 0).atZone(CaseTime.ZONE).toInstant());
		opens("/desk", left).andExpect(status().isOk());
		opens("/cases/" + this.ecoCase.id(), left).andExpect(status().isOk());

		this.time.moveTo(LocalDate.of(2018, 1, 9).atStartOfDay(CaseTime.ZONE).toInstant());
		for (String page : List.of("/desk", "/cases", "/cases/" + this.ecoCase.id(), "/tasks/" + this.check.id(),
				"/parks")) {
			opens(page, left).andExpect(status().isForbidden())
				.andExpect(content().string(containsString("甲院（虚构）自 2018-01-09 起已经并入乙院（虚构）")))
				.andExpect(content().string(containsString("安全管理员")))
				.andExpect(content().string(not(containsString(this.ecoCase.park().name()))));
		}
		this.mvc
			.perform(post("/tasks/" + this.check.id()).with(authentication(new ActorAuthentication(left))).with(csrf()))
			.andExpect(status().isForbidden());
		opens("/session", left).andExpect(status().isOk());
		opens("/desk", there).andExpect(status().isOk());

		takeBack(this.former).andExpect(status().is3xxRedirection());
		opens("/desk", left).andExpect(status().isOk());
	}

	private ResultActions opens(String page, Actor actor) throws Exception {
		return this.mvc.perform(get(page).with(authentication(new ActorAuthentication(actor))));
	}

	@Test
	void isOfferedNoMoreFromTheDayOn() throws Exception {
		String url = "/cases/" + this.ecoCase.id() + "/units/" + ROLE;
		Actor office = this.scene.office();
		end(this.heir, this.former, "2018-01-05").andExpect(status().is3xxRedirection());

		assertThat(this.units.presentOf(ShippedKinds.TECHNICAL_UNIT, LocalDate.of(2018, 1, 4))).extracting(Unit::id)
			.contains(this.heir);
		assertThat(this.units.presentOf(ShippedKinds.TECHNICAL_UNIT, LocalDate.of(2018, 1, 5))).extracting(Unit::id)
			.doesNotContain(this.heir);
		this.mvc.perform(get(url).with(authentication(new ActorAuthentication(office))))
			.andExpect(content().string(containsString("value=\"" + this.heir + "\"")));
		this.time.moveTo(LocalDate.of(2018, 1, 5).atTime(9, 0).atZone(CaseTime.ZONE).toInstant());
		this.mvc.perform(get(url).with(authentication(new ActorAuthentication(office))))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("value=\"" + this.heir + "\""))));
	}

	@Test
	void isNotClosedWithoutASuccessorAsLongAsSomethingIsOpen() throws Exception {
		end(this.former, "", "2018-01-02").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(this.ecoCase.park().name() + "：Task_PreReview")))
			.andExpect(content().string(containsString("某机构改革文件（虚构）")));
		assertThat(this.units.endOf(this.former)).isEmpty();

		end(this.heir, "", "2018-01-03").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("撤销日期不能晚于今天（2018-01-02）")));
		end(this.heir, "", "2018-01-02").andExpect(status().is3xxRedirection());
		assertThat(this.units.isThereOn(this.heir, LocalDate.of(2018, 1, 1))).isTrue();
		assertThat(this.units.isThereOn(this.heir, LocalDate.of(2018, 1, 2))).isFalse();
		end(this.former, this.heir, "2018-01-02").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("乙院（虚构）在 2018-01-02 已不存在")));
	}

	/** Otherwise what is open would be nobody's from the second day on. */
	@Test
	void isNotMergedIntoOneThatIsToBeMergedIntoIt() throws Exception {
		end(this.heir, this.former, "2018-01-12").andExpect(status().is3xxRedirection());

		end(this.former, this.heir, "2018-01-09").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("不能接续")));
		end(this.former, this.former, "2018-01-09").andExpect(status().isUnprocessableContent());
	}

	@Test
	void isNotEndedAsLongAsItIsNamedByDay() throws Exception {
		end("CRAES", this.heir, "2018-01-09").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(not(containsString("2015-167:"))))
			.andExpect(content().string(containsString("请先另立条目")));
		end("MOFCOM", "MEE", "2018-01-09").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请先另立条目")));
		end(this.former, "MEE", "2018-01-09").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("不在同一层级")));
	}

	@Test
	void letsTheSuccessorTakePartInNewCases() throws Exception {
		end("320000-SCIENCE", "320000-INDUSTRY", "2018-01-02").andExpect(status().is3xxRedirection());

		assertThat(this.units.inChargeIn(ShippedKinds.PROVINCE_SCIENCE, "320000", LocalDate.of(2018, 1, 1)))
			.map(Unit::id)
			.contains("320000-SCIENCE");
		EcoCase begun = this.scene.openCase();
		assertThat(this.parties.unitInRole(begun.id(), "PROVINCE_SCIENCE")).contains("320000-INDUSTRY");

		takeBack("320000-SCIENCE").andExpect(status().is3xxRedirection());
		assertThat(this.parties.unitInRole(this.scene.openCase().id(), "PROVINCE_SCIENCE")).contains("320000-SCIENCE");
	}

	@Test
	void tellsWhoIsToBeMovedAndIsForSystemAdministrators() throws Exception {
		Actor left = this.scene.staffOf(this.former, ShippedKinds.TECHNICAL_UNIT);
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:person, :unit, 'STAFF')")
			.param("person", left.personId())
			.param("unit", this.former)
			.update();
		end(this.former, this.heir, "2018-01-02").andExpect(status().is3xxRedirection());

		this.mvc.perform(get(URL).with(authentication(new ActorAuthentication(this.admin))))
			.andExpect(content().string(containsString("自 2018年1月2日 起并入乙院（虚构）")))
			.andExpect(content().string(containsString("尚有人员未调出，请安全管理员在“人员管理”中办理：经办人")));
		Actor security = new Actor(this.admin.personId(), "安全", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
				Set.of(MemberRole.SECURITY_ADMIN));
		this.mvc.perform(get("/admin/people").with(authentication(new ActorAuthentication(security))))
			.andExpect(content().string(containsString("下列单位已经撤并")));
		this.mvc.perform(get(URL).with(authentication(new ActorAuthentication(this.scene.office()))))
			.andExpect(status().isForbidden());
	}

	private ResultActions end(String unit, String successor, String on) throws Exception {
		return said("/end", "1", on, unit, successor);
	}

	private ResultActions takeBack(String unit) throws Exception {
		return said("/take-back", "2", "", unit);
	}

	private ResultActions said(String act, String form, String from, String... words) throws Exception {
		long seen = this.jdbc.sql("SELECT coalesce(max(id), 0) FROM reference_change WHERE kind = 'UNITS'")
			.query(Long.class)
			.single();
		return this.mvc.perform(post(URL + act).with(authentication(new ActorAuthentication(this.admin)))
			.with(csrf())
			.param("id", form)
			.param("token", UUID.randomUUID().toString())
			.param("seen", Long.toString(seen))
			.param("word", words)
			.param("from", from)
			.param("source", "某机构改革文件（虚构）")
			.param("reason", "机构改革（虚构）"));
	}

	private void pass() {
		this.successions.addWhatIsDue();
		this.queue.await(UnitSuccessions.KIND, this.former + ":" + this.ecoCase.id(), Duration.ofSeconds(20));
	}

	private @Nullable String holder() {
		return this.items.find(this.check.id()).orElseThrow().holder().unitId();
	}

	private String unit(String name) {
		String id = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
		this.units.add(new Unit(id, ShippedKinds.TECHNICAL_UNIT, null,
				List.of(new UnitName(name, name, null, null, "虚构", false))));
		return id;
	}

	private Actor administrator() {
		long id = this.scene.office().personId();
		return new Actor(id, "管理员", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
				Set.of(MemberRole.SYSTEM_ADMIN));
	}

	private WorkItem waits(String unit, LocalDate due) {
		WorkItem drawn = this.scene.caseTask(this.ecoCase, null, "plan-review", "Task_PreReview",
				new Holder(ROLE, unit, null, null), Purpose.ORDINARY, "READY");
		String engineTask = UUID.randomUUID().toString();
		this.tasks.opened(new WorkItem(0, engineTask, drawn.task(), drawn.subject(), drawn.holder(), drawn.createdAt(),
				due, null, false, null, null, drawn.description(), WorkItem.State.OPEN, null, null, 0));
		this.jdbc.sql("UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED' WHERE id = :id")
			.param("id", drawn.id())
			.update();
		return this.items.ofEngineTask(engineTask).orElseThrow();
	}

}
