package cn.ecopark.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * A case stands still: nothing of it is done, nothing falls due, everybody is told; taken
 * up, it goes on with the days it had.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "ecopark.signing.without-seal=true", "ecopark.signing.without-signature=true",
		"spring.application.name=suspension" })
class SuspensionTest {

	private static final Reason REASON = new Reason("园区一企业因环境犯罪被立案侦查（虚构）");

	private static final Reason GONE = new Reason("检察机关作出不起诉决定（虚构）");

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	CaseTime time;

	@Autowired
	MoveCaseTime clock;

	@Autowired
	WorkingDays workingDays;

	@Autowired
	Parks parks;

	@Autowired
	OpenCase openCase;

	@Autowired
	CaseFlow flow;

	@Autowired
	Cases cases;

	@Autowired
	CloseCase closeCase;

	@Autowired
	SuspendCase suspendCase;

	@Autowired
	Suspensions suspensions;

	@Autowired
	StepRuns runs;

	@Autowired
	Timeline timeline;

	@Autowired
	Audit audit;

	Actor office;

	Actor park;

	@BeforeEach
	void itIsTheSecondOfMay() {
		CaseTimes.begin(this.jdbc, this.time, at("2018-05-02T09:00"));
		this.office = actor("办公室经办", "OFFICE", ShippedKinds.OFFICE, null);
	}

	@AfterEach
	void nobodyIsSignedInAnyMore() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void standsStillAndGoesOnWithTheDaysItHad() throws Exception {
		String silent = step("provincial-review", "Task_CommerceOpinion");
		LocalDate due = dueOn(silent);
		assertThat(due).isEqualTo(this.workingDays.plus(LocalDate.of(2018, 5, 2), 15));
		String late = step("provincial-review", "Task_CheckCompleteness");
		this.clock.to(at("2018-05-04T10:00"));

		suspend(silent);

		assertThat(dueOn(silent)).isNull();
		assertThat(timers(silent)).isNotEmpty().allMatch(Job::isSuspended);
		assertThat(told(silent, "casefile.timeline.suspended.by-document")).hasSize(1);
		assertThat(audited(silent)).contains("case.suspended");
		this.clock.to(at("2018-05-11T10:00"));
		assertThat(isOverdue(late)).isTrue();
		LocalDate over = dueOn(late);
		suspend(late);
		this.clock.to(at("2018-06-20T10:00"));
		assertThat(run(silent).left()).as("nothing has lapsed").isNull();
		assertThat(isOverdue(silent)).isFalse();

		this.suspendCase.takeUp(silent, GONE, this.office);
		this.suspendCase.takeUp(late, GONE, this.office);

		LocalDate later = this.workingDays.plus(due,
				this.workingDays.between(LocalDate.of(2018, 5, 4), LocalDate.of(2018, 6, 20)));
		assertThat(dueOn(silent)).isEqualTo(later);
		assertThat(run(silent).dueOn()).isEqualTo(later);
		assertThat(timers(silent)).noneMatch(Job::isSuspended)
			.extracting(Job::getDuedate)
			.contains(Date.from(WorkingDays.endOf(later)))
			.doesNotContain(Date.from(WorkingDays.endOf(due)));
		assertThat(told(silent, "worklist.timeline.limit-went-on"))
			.containsExactly(List.of("商务部门提出初审意见", due.toString(), later.toString()));
		assertThat(told(silent, "casefile.timeline.taken-up")).hasSize(1);
		assertThat(dueOn(late)).as("what was over stays over").isEqualTo(over);
		assertThat(isOverdue(late)).isTrue();
		this.clock.to(at(later + "T20:00"));
		assertThat(run(silent).left()).isNull();
		this.clock.to(at(later.plusDays(1) + "T00:01"));
		assertThat(run(silent).endedAs()).isEqualTo(StepEnd.LAPSED);
	}

	/** An event that ends with a limit waits for as long as the case stood still. */
	@Test
	void letsWhatWaitsWithoutATaskWaitLonger() {
		String provincial = opened().id();
		this.runtime.createProcessInstanceByKey("start-application")
			.processDefinitionTenantId(ShippedPacks.SECOND.toString())
			.businessKey(provincial)
			.setVariable("caseId", provincial)
			.startBeforeActivity("Event_NoticeEnded")
			.execute();
		Instant end = timers(provincial).get(0).getDuedate().toInstant();
		LocalDate last = LocalDate.ofInstant(end.minusMillis(1), CaseTime.ZONE);
		suspend(provincial);
		this.clock.to(at("2018-05-25T10:00"));
		assertThat(timers(provincial)).hasSize(1);

		this.suspendCase.takeUp(provincial, GONE, this.office);

		assertThat(timers(provincial)).extracting(Job::getDuedate)
			.containsExactly(Date.from(WorkingDays.endOf(this.workingDays.plus(last,
					this.workingDays.between(LocalDate.of(2018, 5, 2), LocalDate.of(2018, 5, 25))))));
	}

	@Test
	void letsNobodySubmitAndLosesNothingTyped() throws Exception {
		String caseId = step("provincial-review", "Task_CheckCompleteness");
		suspend(caseId);

		Document refused = page(this.office,
				post("/tasks/" + item(caseId)).param("outcome", "ADMIT")
					.param("opinion", "材料齐全（虚构）")
					.param("submission", UUID.randomUUID().toString()),
				409);

		assertThat(refused.text()).contains("恢复办理前不能提交");
		assertThat(refused.select("[name=opinion]").text()).isEqualTo("材料齐全（虚构）");
		assertThat(run(caseId).left()).isNull();
	}

	@Test
	void isSaidOnCaseTaskAndDesk() throws Exception {
		String caseId = step("provincial-review", "Task_CheckCompleteness");
		suspend(caseId);

		assertThat(page(this.office, get("/cases/" + caseId), 200).text()).contains("已中止",
				"园区或其企业涉嫌环境犯罪，刑事案件尚未办结（依据：立案决定书（虚构））", REASON.text());
		assertThat(page(this.office, get("/tasks/" + item(caseId)), 200).text()).contains("中止办理", "计时中止，剩 5 个工作日");
		assertThat(page(this.office, get("/desk"), 200).select("#row-" + item(caseId)).text()).contains("已中止",
				"计时中止，剩 5 个工作日");
		assertThat(page(this.park, get("/desk"), 200).select(".desk-notes").text()).contains("中止办理", REASON.text());
		assertThat(page(this.park, get("/cases/" + caseId), 200).text()).contains("办公室中止办理");
	}

	@Test
	void isDoneOnItsPage() throws Exception {
		String caseId = step("provincial-review", "Task_CheckCompleteness");
		String url = "/cases/" + caseId + "/suspension";
		assertThat(page(this.office, get("/cases/" + caseId), 200).select("a[href=" + url + "]").text())
			.isEqualTo("中止办理");
		Document wrong = page(this.office, post(url).param("document", "立案决定书（虚构）").param("reason", " "), 422);
		assertThat(wrong.select("#document").val()).isEqualTo("立案决定书（虚构）");
		assertThat(wrong.select(".errors").text()).contains("请选择中止事由");
		assertThat(wrong.select(".errors li")).hasSize(2);

		page(this.office, post(url).param("ground", "OTHER").param("reason", REASON.text()), 302);
		page(this.office, post(url).param("ground", "OTHER").param("reason", REASON.text()), 409);
		page(this.office, post(url + "/take-up").param("reason", ""), 422);
		page(this.office, post(url + "/take-up").param("reason", GONE.text()), 302);
		page(this.office, post(url + "/take-up").param("reason", GONE.text()), 409);

		assertThat(this.suspensions.now(caseId)).isEmpty();
		page(this.park, get(url), 409);
	}

	@Test
	void isTheOfficesAloneAndOfCasesUnderWay() {
		EcoCase draft = draft();
		assertThatThrownBy(() -> suspend(draft.id())).isInstanceOf(RuntimeException.class);
		String caseId = opened().id();
		assertThatThrownBy(() -> this.suspendCase.suspend(caseId, "OTHER", REASON, "", this.park))
			.isInstanceOf(NotYourCase.class);
		assertThatThrownBy(() -> this.suspendCase.suspend(caseId, "WHIM", REASON, "", this.office))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("suspension-ground"));
		this.flow.close(caseId, "CLOSED");
		assertThatThrownBy(() -> suspend(caseId)).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("suspended-not-under-way"));
	}

	/** What cannot go on is closed, and stands still no more. */
	@Test
	void canStillBeClosed() {
		EcoCase opened = opened();
		suspend(opened.id());

		this.closeCase.close(opened.id(), REASON, this.office);

		assertThat(this.cases.get(opened.id()).isOpen()).isFalse();
		assertThat(this.suspensions.now(opened.id())).isEmpty();
	}

	/**
	 * Its flow has ended; a new case has what was handed in, and each names the other.
	 */
	@Test
	void goesOnInANewCaseWhereItWasClosedByMistake() throws Exception {
		EcoCase former = opened();
		handedIn(former.id(), "constructionPlan", 1, "规划旧稿.pdf");
		handedIn(former.id(), "constructionPlan", 2, "规划.pdf");
		String url = "/cases/" + former.id() + "/continuation";
		assertThat(page(this.office, get("/cases/" + former.id()), 200).select("a[href=" + url + "]")).isEmpty();
		page(this.office, post(url).param("reason", "不应终止（虚构）"), 409);
		this.closeCase.close(former.id(), REASON, this.office);
		page(this.park, post(url).param("reason", "请求恢复（虚构）"), 403);
		page(this.office, post(url).param("reason", " "), 422);
		assertThat(page(this.office, get("/cases/" + former.id()), 200).select("a[href=" + url + "]")).isNotEmpty();

		page(this.office, post(url).param("reason", "不应终止（虚构）"), 302);

		EcoCase opened = this.cases.ofPark(former.park().id()).get(0);
		assertThat(opened.id()).isNotEqualTo(former.id());
		assertThat(this.cases.get(former.id()).isOpen()).isFalse();
		assertThat(page(this.park, get("/tasks/" + item(opened.id())), 200).text()).contains("已交 1 份");
		assertThat(this.jdbc.sql("SELECT file_name FROM document_version WHERE dossier_id = :case AND state = 'DRAFT'")
			.param("case", opened.id())
			.query(String.class)
			.list()).containsExactly("规划.pdf");
		assertThat(page(this.park, get("/cases/" + opened.id()), 200).select("a[href=/cases/" + former.id() + "]"))
			.isNotEmpty();
		assertThat(page(this.park, get("/cases/" + former.id()), 200).text()).contains("接续的新案", "不应终止（虚构）");
		page(this.office, post(url).param("reason", "再次（虚构）"), 409);
	}

	private void handedIn(String caseId, String kind, int number, String name) {
		String digest = UUID.randomUUID().toString().replace("-", "").repeat(2);
		this.jdbc.sql("INSERT INTO content (sha256, size, parts) VALUES (:digest, 1, gen_random_uuid())")
			.param("digest", digest)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:case, :kind, :number, :name, 'application/pdf', 1, :digest, :person, '园区经办', :unit, now(), :item,
					        'PARK', 'SUBMITTED', :digest)
					""")
			.param("case", caseId)
			.param("kind", kind)
			.param("number", number)
			.param("name", name)
			.param("digest", digest)
			.param("person", this.park.personId())
			.param("unit", this.park.unitId())
			.param("item", item(caseId))
			.update();
	}

	private void suspend(String caseId) {
		this.suspendCase.suspend(caseId, "CRIMINAL_CASE", REASON, "立案决定书（虚构）", this.office);
	}

	private String step(String process, String task) {
		String caseId = opened().id();
		this.runtime.createProcessInstanceByKey(process)
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(caseId)
			.setVariable("caseId", caseId)
			.startBeforeActivity(task)
			.execute();
		this.jdbc.sql(
				"UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED' WHERE case_id = :case AND task_key <> :task")
			.param("case", caseId)
			.param("task", task)
			.update();
		return caseId;
	}

	private EcoCase opened() {
		EcoCase draft = draft();
		this.flow.submitted(draft.id());
		return this.cases.get(draft.id());
	}

	private EcoCase draft() {
		Park registered = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		this.park = actor("园区经办", registered.unitId(), ShippedKinds.PARK, null);
		return this.openCase.open("creation", registered.id(), this.park);
	}

	private Actor actor(String name, String unitId, UnitKind kind, String area) {
		long id = this.jdbc.sql(
				"INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id")
			.param("sign", UUID.randomUUID().toString())
			.param("name", name)
			.query(Long.class)
			.single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, 'STAFF')")
			.param("id", id)
			.param("unit", unitId)
			.update();
		return new Actor(id, name, unitId, kind, area, Set.of(MemberRole.STAFF));
	}

	private LocalDate dueOn(String caseId) {
		return this.jdbc.sql("SELECT due_on FROM work_item WHERE id = :id")
			.param("id", item(caseId))
			.query((row, number) -> row.getObject("due_on", LocalDate.class))
			.list()
			.get(0);
	}

	private boolean isOverdue(String caseId) {
		return this.jdbc.sql("SELECT overdue FROM work_item WHERE id = :id")
			.param("id", item(caseId))
			.query(Boolean.class)
			.single();
	}

	private long item(String caseId) {
		return this.jdbc.sql("SELECT id FROM work_item WHERE case_id = :case ORDER BY id DESC LIMIT 1")
			.param("case", caseId)
			.query(Long.class)
			.single();
	}

	private StepRun run(String caseId) {
		List<StepRun> all = this.runs.of(caseId);
		return all.get(all.size() - 1);
	}

	private List<Job> timers(String caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.flatMap(instance -> this.management.createJobQuery().processInstanceId(instance).timers().list().stream())
			.toList();
	}

	private List<List<String>> told(String caseId, String message) {
		return this.timeline.of(caseId, List.of(Audience.values()))
			.stream()
			.filter(entry -> entry.message().equals(message))
			.map(Timeline.Entry::arguments)
			.toList();
	}

	private List<String> audited(String caseId) {
		return this.audit.entries(Subject.ofCase(caseId), Long.MAX_VALUE, 1000)
			.stream()
			.map(AuditEntry::action)
			.toList();
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		var response = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(CaseTime.ZONE).toInstant();
	}

}
