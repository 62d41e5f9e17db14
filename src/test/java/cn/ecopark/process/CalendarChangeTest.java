package cn.ecopark.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
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
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * An administrator changes the calendar while steps are open: their limits, the engine's
 * timers and a running notice follow, each case says so, and what somebody has set by
 * hand stays.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "spring.application.name=calendar-change" })
class CalendarChangeTest {

	private static final String PACK = "2015-167";

	private static final LocalDate FIRST = LocalDate.of(2018, 3, 1);

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private ManagementService management;

	@Autowired
	private CaseTime time;

	@Autowired
	private MoveCaseTime clock;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private Parks parks;

	@Autowired
	private OpenCase openCase;

	@Autowired
	private StepRuns runs;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Audit audit;

	@AfterEach
	void nobodyIsSignedInAnyMore() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aChangedCalendarReachesAllThatIsOpen() throws Exception {
		cn.ecopark.organisation.Actor admin = new TestReleases(this.context).administrator("日历管理员");
		CaseTimes.begin(this.jdbc, this.time, at("2018-03-01T09:00"));
		SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(admin));
		String silent = step("Task_CommerceOpinion");
		String late = step("Task_CheckCompleteness");
		String byHand = step("Task_CheckCompleteness");
		this.jdbc.sql("""
				INSERT INTO urging (work_item_id, dossier_id, act, text, last_day, person_id, at)
				SELECT id, dossier_id, 'LAST_DAY', '限期', DATE '2018-03-20', :person, now() FROM work_item
				 WHERE case_id = :case AND task_key = 'Task_CheckCompleteness'
				""").param("case", byHand).param("person", admin.personId()).update();
		String notice = notice("PUBLISHED", FIRST, "Event_NoticeClosed");
		LocalDate closes = closesOn(notice);
		String coming = notice("DRAFT", LocalDate.of(2018, 3, 7), "Event_NoticeDay");
		assertThat(jobs(coming)).containsExactly(at("2018-03-07T09:00").toEpochMilli());
		assertThat(dueOn(silent, "Task_CommerceOpinion")).isEqualTo("2018-03-22");
		assertThat(dueOn(late, "Task_CheckCompleteness")).isEqualTo("2018-03-08");
		this.clock.to(at("2018-03-06T10:00"));
		String provincial = provincialNotice();
		assertThat(jobs(provincial)).containsExactly(WorkingDays.endOf(LocalDate.of(2018, 3, 13)).toEpochMilli());
		this.clock.to(at("2018-03-09T10:00"));
		assertThat(isOverdue(late)).isTrue();

		refusesWhatMakesNoSense(admin);
		page(admin, days("2018-03-07", "2018-03-09", "HOLIDAY"), 302);
		settled();

		// The step of a silent department: due date, both kinds of timers, record.
		assertThat(dueOn(silent, "Task_CommerceOpinion")).isEqualTo("2018-03-27");
		assertThat(run(silent, "Task_CommerceOpinion").dueOn()).isEqualTo("2018-03-27");
		String task = engineTask(silent, "Task_CommerceOpinion");
		Date end = Date.from(WorkingDays.endOf(LocalDate.of(2018, 3, 27)));
		assertThat(this.tasks.createTaskQuery().taskId(task).singleResult().getDueDate()).hasSameTimeAs(end);
		assertThat(timersOf(silent)).contains(end.getTime())
			.doesNotContain(Date.from(WorkingDays.endOf(LocalDate.of(2018, 3, 22))).getTime());
		assertThat(told(silent, "worklist.timeline.due-recounted"))
			.containsExactly(List.of("商务部门提出初审意见", "2018-03-22", "2018-03-27"));
		assertThat(entries(silent)).singleElement()
			.satisfies(entry -> assertThat(entry.details()).contains("2018-03-22", "2018-03-27"));
		assertThat(page(admin, get("/admin/reference/calendar").param("of", "2018"), 200).text())
			.contains("2018-03-07放假（测试假）", "日历管理员", "测试调整");

		// What was overdue is so no more; that it was stays in the record.
		assertThat(dueOn(late, "Task_CheckCompleteness")).isEqualTo("2018-03-13");
		assertThat(isOverdue(late)).isFalse();
		assertThat(told(late, "casefile.timeline.overdue")).hasSize(1);

		// A last day set by hand keeps its step as it was.
		assertThat(dueOn(byHand, "Task_CheckCompleteness")).isEqualTo("2018-03-08");
		assertThat(told(byHand, "worklist.timeline.due-recounted")).isEmpty();

		// The public is given the days it was promised.
		LocalDate later = this.workingDays.plus(closes, 3);
		assertThat(closesOn(notice)).isEqualTo(later).isAfter(closes);
		assertThat(jobs(notice)).containsExactly(Date.from(WorkingDays.endOf(later)).getTime());

		// So is it where a flow waits for a limit without a step.
		assertThat(jobs(provincial)).containsExactly(WorkingDays.endOf(LocalDate.of(2018, 3, 16)).toEpochMilli());
		assertThat(told(provincial, "process.timeline.event-recounted"))
			.containsExactly(List.of("省级公示期满", "2018-03-13", "2018-03-16"));

		// What is to become public does so on a working day.
		assertThat(jobs(coming)).containsExactly(at("2018-03-12T09:00").toEpochMilli());
		assertThat(this.audit.entries(Subject.ofNotice(coming), Long.MAX_VALUE, 10)).singleElement()
			.satisfies(entry -> {
				assertThat(entry.action()).isEqualTo("notice.publication-moved");
				assertThat(entry.details()).contains("2018-03-12T01:00");
			});

		// Back again: time that is over is not taken away, the notice keeps what it says.
		page(admin, days("2018-03-07", "2018-03-09", "PLAIN"), 302);
		settled();
		assertThat(dueOn(silent, "Task_CommerceOpinion")).isEqualTo("2018-03-22");
		assertThat(dueOn(late, "Task_CheckCompleteness")).isEqualTo("2018-03-09");
		assertThat(closesOn(notice)).isEqualTo(later);
		assertThat(told(silent, "worklist.timeline.due-recounted")).hasSize(2);

		// The timers fire at the new ends, and an end that comes twice is told twice.
		this.clock.to(at("2018-03-10T10:00"));
		assertThat(isOverdue(late)).isTrue();
		assertThat(told(late, "casefile.timeline.overdue")).hasSize(2);
		this.clock.to(at("2018-03-22T20:00"));
		assertThat(run(silent, "Task_CommerceOpinion").left()).isNull();
		this.clock.to(at("2018-03-23T00:01"));
		StepRun lapsed = run(silent, "Task_CommerceOpinion");
		assertThat(lapsed.endedAs()).isEqualTo(StepEnd.LAPSED);
		assertThat(lapsed.left()).isBetween(WorkingDays.endOf(LocalDate.of(2018, 3, 22)), at("2018-03-23T00:01"));
	}

	/** Two administrators see the same calendar and change it at once. */
	@Test
	void ofTwoWhoChangeItAtOnceOneIsToldThatItHasChanged() throws Exception {
		cn.ecopark.organisation.Actor admin = new TestReleases(this.context).administrator("日历管理员");
		List<MockHttpServletRequestBuilder> requests = List.of(days("2018-07-03", "", "HOLIDAY"),
				days("2018-07-04", "", "HOLIDAY"));

		List<CompletableFuture<Integer>> both = requests.stream()
			.map(request -> CompletableFuture.supplyAsync(() -> status(admin, request)))
			.toList();
		List<Integer> statuses = both.stream().map(CompletableFuture::join).sorted().toList();

		assertThat(statuses).containsExactly(302, 409);
		assertThat(List.of(this.workingDays.isWorkingDay(LocalDate.of(2018, 7, 3)),
				this.workingDays.isWorkingDay(LocalDate.of(2018, 7, 4))))
			.containsExactlyInAnyOrder(true, false);
	}

	private int status(cn.ecopark.organisation.Actor admin, MockHttpServletRequestBuilder request) {
		try {
			return this.mvc.perform(request.with(authentication(new ActorAuthentication(admin))).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus();
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

	private void refusesWhatMakesNoSense(cn.ecopark.organisation.Actor admin) throws Exception {
		wrong(admin, days("2018-03-09", "2018-03-07", "HOLIDAY"), "word0-0", "不能早于第一日");
		wrong(admin, days("2018-03-09", "2018-06-07", "HOLIDAY"), "word0-0", "一次最多");
		wrong(admin, days("2019-03-09", "", "HOLIDAY"), "from-0", "不在 2018 年内");
		wrong(admin, days("2018-12-31", "2019-01-01", "HOLIDAY"), "word0-0", "不在 2018 年内");
		wrong(admin, days("2018-03-32", "", "HOLIDAY"), "from-0", "不是有效日期");
		wrong(admin, days("2018-03-09", "", "SUNNY"), "word1-0", "请填写此项");
		wrong(admin, days("2018-03-09", "", "PLAIN"), "from-0", "没有任何改动");
		assertThat(this.workingDays.isWorkingDay(LocalDate.of(2018, 3, 9))).isTrue();
		assertThat(this.jdbc.sql("SELECT count(*) FROM due_recount").query(Integer.class).single()).isZero();
	}

	private void wrong(cn.ecopark.organisation.Actor admin, MockHttpServletRequestBuilder request, String field,
			String told) throws Exception {
		Document page = page(admin, request, 422);

		assertThat(page.select(".field.wrong:has(#" + field + ")").text()).contains(told);
		assertThat(page.select("#reason-0").text()).isEqualTo("测试调整");
		assertThat(page.select("#word2-0").val()).isEqualTo("测试假");
	}

	private MockHttpServletRequestBuilder days(String first, String last, String sort) {
		return post("/admin/reference/calendar/days").param("of", "2018")
			.param("token", UUID.randomUUID().toString())
			.param("seen",
					this.jdbc.sql("SELECT coalesce(max(id), 0)::text FROM reference_change WHERE kind = 'CALENDAR'")
						.query(String.class)
						.single())
			.param("id", "0")
			.param("from", first)
			.param("word", last, sort, "测试假")
			.param("source", "国务院办公厅通知")
			.param("reason", "测试调整");
	}

	/** The application does it by itself, a second later at most. */
	private void settled() {
		await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
	}

	private int waiting() {
		return this.jdbc.sql(
				"SELECT count(*) FROM background_job WHERE task_name IN ('limit-recount', 'notice-recount', 'event-recount')")
			.query(Integer.class)
			.single();
	}

	/** A case whose token stands at that step. */
	private String step(String task) {
		EcoCase ecoCase = opened();
		this.runtime.createProcessInstanceByKey("provincial-review")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity(task)
			.execute();
		return ecoCase.id();
	}

	/** A case that waits until its province has shown it to the public long enough. */
	private String provincialNotice() {
		EcoCase ecoCase = opened();
		this.runtime.createProcessInstanceByKey("start-application")
			.processDefinitionTenantId(ShippedPacks.SECOND.toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity("Event_NoticeEnded")
			.execute();
		return ecoCase.id();
	}

	/**
	 * A notice that is in that state.
	 * @param day on which it becomes public
	 * @param event where its diagram waits
	 */
	private String notice(String state, LocalDate day, String event) {
		EcoCase ecoCase = opened();
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:id, 'public-notice', :pack, :pack || '.1', '批次', 'OPEN', :by, :at, :id)
				""")
			.param("id", id)
			.param("pack", PACK)
			.param("by", person("编批", "OFFICE"))
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("INSERT INTO batch_item (batch_id, case_id, position, state) VALUES (:id, :case, 1, 'IN')")
			.param("id", id)
			.param("case", ecoCase.id())
			.update();
		int period = this.context.getBean(cn.ecopark.rulepack.RulePacks.class)
			.get(ShippedPacks.FIRST)
			.limit(cn.ecopark.rulepack.Limit.Use.NOTICE_PERIOD)
			.days();
		this.jdbc
			.sql("""
					INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state, published_at)
					VALUES (:id, '公示', '', '[]', :day, :closes, :state, CASE WHEN :state <> 'DRAFT' THEN CAST(:at AS timestamptz) END)
					""")
			.param("id", id)
			.param("day", day)
			.param("state", state)
			.param("closes", this.workingDays.plus(day, period))
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		this.runtime.createProcessInstanceByKey("public-notice")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(id)
			.setVariable("batchId", id)
			.startBeforeActivity(event)
			.execute();
		return id;
	}

	private LocalDate closesOn(String batchId) {
		return this.jdbc.sql("SELECT closes_on FROM public_notice WHERE batch_id = :id")
			.param("id", batchId)
			.query(LocalDate.class)
			.single();
	}

	private EcoCase opened() {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		return this.openCase.open("creation", park.id(),
				new cn.ecopark.organisation.Actor(person("园区经办", park.unitId()), "园区经办", park.unitId(),
						ShippedKinds.PARK, null, Set.of(MemberRole.STAFF)));
	}

	private long person(String name, String unitId) {
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
		return id;
	}

	private String dueOn(String caseId, String task) {
		return this.jdbc.sql("SELECT due_on::text FROM work_item WHERE case_id = :case AND task_key = :task")
			.param("case", caseId)
			.param("task", task)
			.query(String.class)
			.single();
	}

	private String engineTask(String caseId, String task) {
		return this.jdbc.sql("SELECT engine_task_id FROM work_item WHERE case_id = :case AND task_key = :task")
			.param("case", caseId)
			.param("task", task)
			.query(String.class)
			.single();
	}

	private boolean isOverdue(String caseId) {
		return this.jdbc
			.sql("SELECT overdue FROM work_item WHERE case_id = :case AND task_key = 'Task_CheckCompleteness'")
			.param("case", caseId)
			.query(Boolean.class)
			.single();
	}

	private StepRun run(String caseId, String task) {
		return this.runs.of(caseId).stream().filter(run -> run.step().key().equals(task)).findFirst().orElseThrow();
	}

	private List<Long> timersOf(String caseId) {
		return jobs(caseId);
	}

	private List<Long> jobs(String businessKey) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(businessKey)
			.list()
			.stream()
			.flatMap(instance -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.list()
				.stream())
			.map(Job::getDuedate)
			.map(Date::getTime)
			.toList();
	}

	private List<List<String>> told(String caseId, String message) {
		return this.timeline.of(caseId, List.of(Audience.values()))
			.stream()
			.filter(entry -> entry.message().equals(message))
			.map(Timeline.Entry::arguments)
			.toList();
	}

	private List<AuditEntry> entries(String caseId) {
		return this.audit.entries(Subject.ofCase(caseId), Long.MAX_VALUE, 1000)
			.stream()
			.filter(entry -> entry.action().equals("task.due-recounted"))
			.toList();
	}

	private Document page(cn.ecopark.organisation.Actor actor, MockHttpServletRequestBuilder request, int status)
			throws Exception {
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
