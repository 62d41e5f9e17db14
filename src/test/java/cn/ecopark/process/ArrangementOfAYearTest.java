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

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
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

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Timeline;
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
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * 2026-12-25 and five working days: before the year 2027 is arranged its days fixed by
 * law are off and every last day in it is provisional; once it is, a task and a notice
 * that run are counted anew. The arrangement is invented.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "spring.application.name=arrangement-of-a-year" })
class ArrangementOfAYearTest {

	private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 25);

	private static final LocalDate BEFORE = LocalDate.of(2027, 1, 4);

	private static final LocalDate AFTER = LocalDate.of(2027, 1, 5);

	@Autowired
	ApplicationContext context;

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
	WorkingDays workingDays;

	@Autowired
	Parks parks;

	@Autowired
	OpenCase openCase;

	@Autowired
	CaseFlow flow;

	@Autowired
	Timeline timeline;

	Actor office;

	@AfterEach
	void nobodyIsSignedInAnyMore() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void countsTaskAndNoticeAnewOnceTheYearIsArranged() throws Exception {
		CaseTimes.begin(this.jdbc, this.time, at("2026-12-25T09:00"));
		this.office = actor("办公室经办", "OFFICE", ShippedKinds.OFFICE);
		String task = step();
		EcoCase shown = opened();
		String notice = notice(shown);
		LocalDate closes = closesOn(notice);

		assertThat(this.workingDays.plus(FRIDAY, 5)).as("元旦 is off, the Monday after it worked").isEqualTo(BEFORE);
		assertThat(dueOn(task)).isEqualTo(BEFORE);
		assertThat(closes).isEqualTo(LocalDate.of(2027, 1, 11));
		assertThat(page(this.office, get("/desk"), 200).select("#row-" + item(task)).text()).contains("暂定");
		assertThat(page(this.office, get("/tasks/" + item(task)), 200).select(".light").text()).contains("暂定");
		assertThat(page(this.office, get("/cases/" + task), 200).text()).contains("（暂定）");
		assertThat(page(null, get("/notices/" + notice), 200).select(".countdown").text()).contains("暂定", "不会缩短");
		assertThat(page(null, get("/notices"), 200).select(".notices").text()).contains("暂定");

		arrange();

		assertThat(this.workingDays.plus(FRIDAY, 5)).isEqualTo(AFTER);
		assertThat(dueOn(task)).isEqualTo(AFTER);
		assertThat(told(task, "worklist.timeline.due-recounted"))
			.containsExactly(List.of("审查材料完整性", BEFORE.toString(), AFTER.toString()));
		assertThat(jobs(task)).contains(Date.from(WorkingDays.endOf(AFTER)));
		LocalDate later = LocalDate.of(2027, 1, 12);
		assertThat(closesOn(notice)).isEqualTo(later);
		assertThat(jobs(notice)).containsExactly(Date.from(WorkingDays.endOf(later)));
		assertThat(told(shown.id(), "notice.timeline.extended")).hasSize(1);
		assertThat(page(this.office, get("/desk"), 200).select("#row-" + item(task)).text()).doesNotContain("暂定");
		assertThat(page(this.office, get("/tasks/" + item(task)), 200).select(".light").text()).doesNotContain("暂定");
		assertThat(page(this.office, get("/cases/" + task), 200).text()).doesNotContain("（暂定）");
		assertThat(page(null, get("/notices/" + notice), 200).select(".countdown").text()).doesNotContain("暂定");
		assertThat(page(null, get("/notices"), 200).select(".notices").text()).doesNotContain("暂定");
	}

	/** 元旦 on three days and the Monday off, which makes the year arranged. */
	private void arrange() throws Exception {
		Actor admin = new TestReleases(this.context).administrator("日历管理员");
		page(admin,
				post("/admin/reference/calendar/days").param("of", "2027")
					.param("token", UUID.randomUUID().toString())
					.param("seen", "0")
					.param("id", "0")
					.param("from", "2027-01-01")
					.param("word", "2027-01-04", "HOLIDAY", "元旦", "true")
					.param("source", "放假安排（虚构）")
					.param("reason", "录入全年安排（虚构）"),
				302);
		await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
	}

	private int waiting() {
		return this.jdbc.sql(
				"SELECT count(*) FROM background_job WHERE task_name IN ('limit-recount', 'notice-recount', 'event-recount')")
			.query(Integer.class)
			.single();
	}

	private String step() {
		String caseId = opened().id();
		this.runtime.createProcessInstanceByKey("provincial-review")
			.processDefinitionTenantId(ShippedPacks.SECOND.toString())
			.businessKey(caseId)
			.setVariable("caseId", caseId)
			.startBeforeActivity("Task_CheckCompleteness")
			.execute();
		this.jdbc.sql("""
				UPDATE work_item SET state = 'CANCELLED', ended_as = 'CANCELLED'
				 WHERE case_id = :case AND task_key <> 'Task_CheckCompleteness'
				""").param("case", caseId).update();
		return caseId;
	}

	private String notice(EcoCase shown) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:id, 'public-notice', '2026-4', '2026-4.1', '批次', 'OPEN', :by, :at, :id)
				""")
			.param("id", id)
			.param("by", this.office.personId())
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("INSERT INTO batch_item (batch_id, case_id, position, state) VALUES (:id, :case, 1, 'IN')")
			.param("id", id)
			.param("case", shown.id())
			.update();
		this.jdbc
			.sql("""
					INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state, published_at)
					VALUES (:id, '公示（虚构）', '', '[]', :day, :closes, 'PUBLISHED', :at)
					""")
			.param("id", id)
			.param("day", FRIDAY)
			.param("closes", this.workingDays.plus(FRIDAY, 10))
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		this.runtime.createProcessInstanceByKey("public-notice")
			.processDefinitionTenantId(ShippedPacks.SECOND.toString())
			.businessKey(id)
			.setVariable("batchId", id)
			.startBeforeActivity("Event_NoticeClosed")
			.execute();
		return id;
	}

	private EcoCase opened() {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		EcoCase opened = this.openCase.open("creation", park.id(), actor("园区经办", park.unitId(), ShippedKinds.PARK));
		this.flow.submitted(opened.id());
		return opened;
	}

	private Actor actor(String name, String unitId, UnitKind kind) {
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
		return new Actor(id, name, unitId, kind, null, Set.of(MemberRole.STAFF));
	}

	private LocalDate closesOn(String batchId) {
		return this.jdbc.sql("SELECT closes_on FROM public_notice WHERE batch_id = :id")
			.param("id", batchId)
			.query(LocalDate.class)
			.single();
	}

	private LocalDate dueOn(String caseId) {
		return this.jdbc.sql("SELECT due_on FROM work_item WHERE id = :id")
			.param("id", item(caseId))
			.query(LocalDate.class)
			.single();
	}

	private long item(String caseId) {
		return this.jdbc.sql("SELECT id FROM work_item WHERE case_id = :case AND state = 'OPEN'")
			.param("case", caseId)
			.query(Long.class)
			.single();
	}

	private List<Date> jobs(String businessKey) {
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
			.toList();
	}

	private List<List<String>> told(String caseId, String message) {
		return this.timeline.of(caseId, List.of(Audience.values()))
			.stream()
			.filter(entry -> entry.message().equals(message))
			.map(Timeline.Entry::arguments)
			.toList();
	}

	private Document page(@Nullable Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MockHttpServletRequestBuilder asked = actor == null ? request
				: request.with(authentication(new ActorAuthentication(actor))).with(csrf());
		var response = this.mvc.perform(asked).andReturn().getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(CaseTime.ZONE).toInstant();
	}

}
