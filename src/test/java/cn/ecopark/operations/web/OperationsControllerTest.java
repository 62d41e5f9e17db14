package cn.ecopark.operations.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.operations.Alarms;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** A step is made to fail for good, is seen, is tried again, and goes on. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=reference-controller" })
class OperationsControllerTest {

	private static final String URL = "/admin/operations";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Parks parks;

	@Autowired
	private OpenCase openCase;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private CaseTime time;

	@AfterEach
	void mend() {
		this.jdbc.sql("DROP TRIGGER IF EXISTS broken ON work_item").update();
		this.jdbc.sql("DELETE FROM background_failure").update();
		this.jdbc.sql("DELETE FROM audit_seal_place").update();
	}

	@Test
	void aStepThatFailedForGoodIsToldInWordsAndTriedAgainOnce() throws Exception {
		Actor admin = administrator();
		EcoCase ecoCase = openCase();
		Job timer = timerOf(ecoCase);
		breakWorkItems();
		failForGood(timer);

		Element told = entry(page(admin, get(URL), 200), ecoCase.park().name());
		assertThat(told.text()).contains("环节“审查材料完整性”", "数据库没有应答或拒绝执行", "重试");
		assertThat(told.select("pre").text()).contains("PSQLException", "cn.ecopark").doesNotContain("机密的话");
		assertThat(this.jobs.counts(Duration.ZERO).failed()).isEqualTo(1);

		Document refused = page(admin, retry(told, " "), 422);
		assertThat(refused.select(".field.wrong").text()).contains("请填写重试理由");

		this.jdbc.sql("DROP TRIGGER broken ON work_item").update();
		page(admin, retry(told, "数据库已恢复"), 302);
		assertThat(page(admin, retry(told, "数据库已恢复"), 302).text()).as("a double click").isEmpty();
		told.select("input[name=once]").val(UUID.randomUUID().toString());
		assertThat(page(admin, retry(told, "又一页"), 409).text()).contains("没有可以重试的事项");
		assertThat(audited("operations.step-retried", "case:" + ecoCase.id())).isEqualTo(1);
		assertThat(audited("operations.step-retried", "administration")).isEqualTo(1);

		this.management.executeJob(timer.getId());
		assertThat(page(admin, get(URL), 200).text()).contains("没有最终失败的事项");
		assertThat(this.jobs.counts(Duration.ZERO).failed()).isZero();
	}

	@Test
	void workThatFailedForGoodIsToldAndQueuedAnew() throws Exception {
		Actor admin = administrator();
		this.jdbc.sql("""
				INSERT INTO background_failure (kind, key, attempts, fault)
				VALUES ('limit-recount', '0:0', 10, 'java.net.ConnectException: Connection refused'),
				       ('document-judging', '0', 3, '')
				""").update();

		Document page = page(admin, get(URL), 200);
		Element again = entry(page, "重算时限，已尝试 10 次");
		assertThat(again.text()).contains("另一服务器没有应答");
		Element settled = entry(page, "检查提交的材料");
		assertThat(settled.text()).contains("服务器都中途停止", "记为已处理", "不能重做");

		page(admin, retry(again, "网络已通"), 302);
		page(admin, retry(settled, "已另行提交"), 302);

		assertThat(page(admin, get(URL), 200).text()).contains("没有最终失败的事项");
		assertThat(audited("operations.work-retried", "administration")).isEqualTo(1);
		assertThat(audited("operations.work-settled", "administration")).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT count(*) FROM background_job WHERE task_name = 'document-judging'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aPlaceThatCouldNotBeToldIsToldNow() throws Exception {
		Actor admin = administrator();
		this.jdbc.sql("""
				INSERT INTO audit_seal_place (place, told, told_at, failures, try_again)
				VALUES ('syslog', 0, now(), 3, now() + INTERVAL '5 minutes')
				""").update();

		Element place = entry(page(admin, get(URL + "?lang=en"), 200), "syslog");
		assertThat(place.text()).contains("Failed 3 times", "Tell now");
		page(admin, retry(place, "log host is back"), 302);

		assertThat(this.jdbc.sql("SELECT try_again <= now() FROM audit_seal_place WHERE place = 'syslog'")
			.query(Boolean.class)
			.single()).isTrue();
		page(admin, get(URL + "?lang=zh-CN"), 200);
	}

	/** "Told of all" never stands beside a number of seals that are still to be told. */
	@Test
	void aPlaceIsToldOfAllOnlyWhenNothingIsLeft() throws Exception {
		Actor admin = administrator();
		this.jdbc
			.sql("""
					INSERT INTO audit_seal_place (place, told, told_at)
					SELECT 'log host', max(seq), now() FROM audit_seal UNION ALL SELECT 'endpoint', max(seq) - 1, now() FROM audit_seal
					""")
			.update();

		Document page = page(admin, get(URL + "?lang=en"), 200);
		assertThat(entry(page, "log host").text()).contains("Told of all", "Last told").doesNotContain("not heard of");
		assertThat(entry(page, "endpoint").text()).contains("To be told", "not heard of: 1.")
			.doesNotContain("Told of all");
		page(admin, get(URL + "?lang=zh-CN"), 200);
	}

	@Test
	void isOpenToSystemAdministratorsAlone() throws Exception {
		for (MemberRole role : List.of(MemberRole.STAFF, MemberRole.SUPERVISOR, MemberRole.SECURITY_ADMIN,
				MemberRole.AUDITOR)) {
			Actor other = new Actor(1, "他人", "OFFICE", ShippedKinds.OFFICE, null, Set.of(role));
			page(other, get(URL), 403);
			page(other, post(URL).param("what", "work").param("id", "1").param("reason", "x"), 403);
		}
	}

	@Test
	void timersThatAreLateAreCounted() {
		EcoCase ecoCase = openCase();
		Job timer = timerOf(ecoCase);
		this.management.setJobDuedate(timer.getId(), Date.from(this.time.now().minus(Duration.ofHours(1))));

		EngineJobs.Counts counts = this.jobs.counts(Duration.ofMinutes(5));

		assertThat(counts.late()).isEqualTo(1);
		assertThat(counts.longest()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
		assertThat(this.jobs.counts(Duration.ofHours(2)).late()).isZero();
		this.runtime.deleteProcessInstance(timer.getProcessInstanceId(), "test");
	}

	/** The port that everybody reaches tells whether it answers, and nothing else. */
	@Test
	void tellsNothingOfItselfAtThePublicPort() throws Exception {
		assertThat(status(get("/healthz"))).isEqualTo(200);
		for (String path : List.of("/actuator", "/actuator/health", "/actuator/health/alarms", "/actuator/prometheus",
				"/actuator/metrics", "/actuator/env")) {
			assertThat(status(get(path))).as(path).isEqualTo(302);
			page(administrator(), get(path), 403);
		}
	}

	@Test
	void anAlarmTurnsHealthRedButNotTheAnswerToProxies() throws Exception {
		HealthEndpoint health = this.context.getBean(HealthEndpoint.class);
		await().atMost(Duration.ofSeconds(20)).until(() -> !states().get("given-up").red());
		this.jdbc
			.sql("INSERT INTO background_failure (kind, key, attempts, fault) VALUES ('limit-recount', '0:0', 1, '')")
			.update();

		await().atMost(Duration.ofSeconds(20)).until(() -> states().get("given-up").red());
		assertThat(health.healthForPath("alarms", "given-up").getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.healthForPath("alarms", "seals").getStatus()).isEqualTo(Status.UP);
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(status(get("/healthz"))).isEqualTo(200);
		assertThat(page(administrator(), get(URL), 200).select(".tag.tone-bad").text()).contains("告警");
		MeterRegistry meters = this.context.getBean(MeterRegistry.class);
		assertThat(meters.get("ecopark.alarm").tag("alarm", "given-up").gauge().value()).isEqualTo(1);
		assertThat(meters.get("ecopark.queue.given.up").tag("kind", "limit-recount").gauge().value()).isEqualTo(1);
		assertThat(meters.find("hikaricp.connections.pending").gauge()).isNotNull();
	}

	private Map<String, Alarms.State> states() {
		return this.context.getBean(Alarms.class)
			.all()
			.stream()
			.collect(Collectors.toMap(state -> state.alarm().code(), Function.identity()));
	}

	private int status(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse().getStatus();
	}

	private EcoCase openCase() {
		Park park = this.parks
			.register(new NewPark("运行园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		return this.openCase.open("creation", park.id(),
				new Actor(1, "园区经办", park.unitId(), ShippedKinds.PARK, "320000", Set.of(MemberRole.STAFF)));
	}

	private Job timerOf(EcoCase ecoCase) {
		String instance = this.runtime.createProcessInstanceByKey("provincial-review")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity("Task_CheckCompleteness")
			.execute()
			.getId();
		return this.management.createJobQuery().processInstanceId(instance).orderByJobDuedate().desc().list().get(0);
	}

	/** The database refuses, with words that belong to a case. */
	private void breakWorkItems() {
		this.jdbc.sql("""
				CREATE OR REPLACE FUNCTION broken() RETURNS TRIGGER LANGUAGE plpgsql AS $$
				BEGIN RAISE EXCEPTION '机密的话'; END $$
				""").update();
		this.jdbc.sql("CREATE TRIGGER broken BEFORE UPDATE ON work_item FOR EACH ROW EXECUTE FUNCTION broken()")
			.update();
	}

	private void failForGood(Job job) {
		for (int left = 10; left > 0 && retriesOf(job) > 0; left--) {
			assertThatThrownBy(() -> this.management.executeJob(job.getId())).isNotNull();
		}
		assertThat(retriesOf(job)).isZero();
	}

	private int retriesOf(Job job) {
		return this.management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
	}

	private static Element entry(Document page, String words) {
		return page.select(".reference-entry").stream().filter(one -> one.text().contains(words)).findFirst().get();
	}

	/** What its form sends. */
	private static MockHttpServletRequestBuilder retry(Element entry, String reason) {
		MockHttpServletRequestBuilder sent = post(URL).param("reason", reason);
		for (String name : List.of("once", "what", "id")) {
			sent.param(name, entry.select("form input[name=" + name + "]").val());
		}
		return sent;
	}

	private long audited(String action, String subject) {
		return this.jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action AND subject = :subject")
			.param("action", action)
			.param("subject", subject)
			.query(Long.class)
			.single();
	}

	private Actor administrator() {
		return new TestReleases(this.context).administrator("运行管理员");
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

}
