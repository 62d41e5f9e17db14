package cn.ecopark.race;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.process.WorklistAgreement;
import cn.ecopark.race.RaceStage.Applied;
import cn.ecopark.race.RacingRequests.Finish;
import cn.ecopark.race.RacingRequests.Request;
import cn.ecopark.worklist.TakeBack;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskRefusals.CannotBeTakenBack;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What was submitted is taken back while the next step has not begun: flow, work list and
 * record agree, what was said comes back as a draft with its files, and it goes in again.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import({ RaceStage.class, RaceRecord.class, RacingRequests.class })
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.signing.without-seal=true", "ecopark.signing.without-signature=true",
		"spring.application.name=take-back" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeBackTest {

	private static final Reason REASON = new Reason("附件传错了（虚构）");

	private static final int RACES = Integer.getInteger("races", 6);

	@Autowired
	RaceStage stage;

	@Autowired
	RaceRecord record;

	@Autowired
	RacingRequests requests;

	@Autowired
	TakeBack takeBack;

	@Autowired
	TaskDrafts drafts;

	@Autowired
	WorkItems items;

	@Autowired
	CorrectionPoints points;

	@Autowired
	Opinions opinions;

	@Autowired
	Audit audit;

	@Autowired
	AuditCheck check;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	CaseTime time;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	@Autowired
	ApplicationContext context;

	Actor office;

	@BeforeAll
	void anOffice() {
		this.office = this.stage.somebody("OFFICE", ShippedKinds.OFFICE);
	}

	@BeforeEach
	void itIsTheFirstOfMarch() {
		this.stage.open();
	}

	@AfterEach
	void allAgrees() {
		WorklistAgreement.isComplete(this.context);
		assertThat(this.check.verify().faults()).isEmpty();
	}

	@Test
	void parkTakesItsCorrectionBackWithItsFileAndSubmitsItAgain() throws Exception {
		Applied applied = sentBack();
		WorkItem correction = this.stage.task(applied.id());
		long point = this.points.of(applied.id(), CorrectionPoints.State.OPEN).get(0).id();
		handedIn(applied, correction);
		this.requests.done(corrects(applied.staff(), correction, point));
		assertThat(task(applied)).isEqualTo("Task_ProvincialReview");
		assertThat(this.points.of(applied.id(), CorrectionPoints.State.ANSWERED)).hasSize(1);
		itIs("2018-03-05T15:00");

		long again = this.takeBack.takeBack(correction.id(), REASON, applied.staff());

		WorkItem back = this.stage.task(applied.id());
		assertThat(back.id()).isEqualTo(again);
		assertThat(back.task().taskKey()).isEqualTo("Task_Correct");
		assertThat(back.dueOn()).as("the limit runs on").isEqualTo(correction.dueOn());
		assertThat(timers(applied)).extracting(Job::getDuedate)
			.contains(Date.from(WorkingDays.endOf(correction.dueOn())))
			.doesNotContain(Date.from(WorkingDays.endOf(correction.dueOn().plusDays(1))));
		CorrectionPoint open = this.points.of(applied.id(), CorrectionPoints.State.OPEN).get(0);
		assertThat(open.number()).isEqualTo(1);
		assertThat(open.answer()).isNull();
		assertThat(open.sent()).isTrue();
		Map<String, List<String>> draft = this.drafts.of(again, applied.staff()).orElseThrow().fields();
		assertThat(draft).containsEntry("answer." + open.id(), List.of("已补（虚构）"))
			.containsEntry("opinion", List.of("情况属实，理由见材料。"));
		assertThat(documents(applied)).containsExactly("TAKEN_BACK 1", "DRAFT 2");
		assertThat(this.opinions.last(applied.id()).orElseThrow().outcome()).isEqualTo("SEND_BACK");
		Document page = page(applied.staff(), get("/tasks/" + again), 200);
		assertThat(page.select("#opinion").text()).isEqualTo("情况属实，理由见材料。");
		assertThat(page.text()).contains("已补（虚构）", "已交 1 份");
		assertThat(page(applied.staff(), get("/cases/" + applied.id()), 200).text()).contains("撤回“逐项补正”的提交",
				REASON.text(), "已撤回（提交）");
		assertThat(audited(applied)).contains("task.taken-back");
		allAgrees();

		this.requests.done(corrects(applied.staff(), back, open.id()));

		assertThat(task(applied)).isEqualTo("Task_ProvincialReview");
		assertThat(documents(applied)).containsExactly("TAKEN_BACK 1", "SUBMITTED 2");
		assertThat(this.points.of(applied.id(), CorrectionPoints.State.ANSWERED)).extracting(CorrectionPoint::answer)
			.containsExactly("已补（虚构）");
		this.takeBack.takeBack(again, REASON, applied.staff());
		assertThat(task(applied)).isEqualTo("Task_Correct");
	}

	@Test
	void anAuthorityTakesItsDecisionBackAndDecidesOtherwise() throws Exception {
		Applied applied = this.stage.atPart("Task_ProvincialReview");
		WorkItem review = this.stage.task(applied.id());
		Actor province = province(review);
		this.requests.done(sendsBack(province, review));
		assertThat(task(applied)).isEqualTo("Task_Correct");
		assertThat(outcome(applied)).isEqualTo("SEND_BACK");

		this.takeBack.takeBack(review.id(), REASON, province);

		assertThat(task(applied)).isEqualTo("Task_ProvincialReview");
		assertThat(outcome(applied)).isNull();
		assertThat(this.points.of(applied.id(), CorrectionPoints.State.OPEN)).isEmpty();
		assertThat(this.drafts.of(this.stage.task(applied.id()).id(), province).orElseThrow().fields())
			.containsEntry("pointRemark.SEND_BACK", List.of("缺少批复（虚构）"));
		this.requests.done(reviews(province, this.stage.task(applied.id()), "FORWARD"));
		assertThat(task(applied)).isEqualTo("Task_CheckCompleteness");
	}

	@Test
	void isDoneOnItsPageOnce() throws Exception {
		Applied applied = sentBack();
		WorkItem correction = this.stage.task(applied.id());
		this.requests.done(corrects(applied.staff(), correction, firstPoint(applied)));
		String url = "/tasks/" + correction.id() + "/take-back";
		assertThat(page(applied.staff(), get("/cases/" + applied.id()), 200).select("a[href=" + url + "]")).hasSize(1);
		assertThat(page(applied.colleague(), get("/cases/" + applied.id()), 200).select("a[href=" + url + "]"))
			.isEmpty();

		Document page = page(applied.staff(), get(url), 200);
		assertThat(page.text()).contains("省级初审", "仍为 " + correction.dueOn());
		String once = page.select("[name=once]").val();
		assertThat(page(applied.staff(), post(url).param("once", once + "0").param("reason", " "), 422)
			.select(".errors li")).hasSize(1);
		page(applied.staff(), post(url).param("once", once).param("reason", REASON.text()), 302);
		page(applied.staff(), post(url).param("once", once).param("reason", REASON.text()), 302);

		assertThat(task(applied)).isEqualTo("Task_Correct");
		assertThat(
				page(applied.staff(), post(url).param("once", UUID.randomUUID().toString()).param("reason", "再次"), 409)
					.text())
			.contains("没有可以撤回的提交");
	}

	@Test
	void isRefusedOnceTheNextHasBegun() throws Exception {
		Applied applied = sentBack();
		WorkItem correction = this.stage.task(applied.id());
		this.requests.done(corrects(applied.staff(), correction, firstPoint(applied)));
		WorkItem next = this.stage.task(applied.id());
		Actor province = province(next);

		assertThatThrownBy(() -> this.takeBack.takeBack(correction.id(), REASON, applied.colleague()))
			.hasMessageEndingWith("not-own");
		assertThatThrownBy(() -> this.takeBack.takeBack(correction.id(), REASON, province))
			.isInstanceOf(NotYourTask.class);
		this.drafts.keep(next.id(), Map.of("opinion", List.of("拟同意（虚构）")), province);

		assertThatThrownBy(() -> this.takeBack.takeBack(correction.id(), REASON, applied.staff()))
			.isInstanceOf(CannotBeTakenBack.class)
			.hasMessageEndingWith("begun");
		String url = "/tasks/" + correction.id() + "/take-back";
		assertThat(page(applied.staff(), get(url), 409).text()).contains("下一环节已经签收或者开始办理");
		assertThat(page(applied.staff(), get("/cases/" + applied.id()), 200).select("a[href=" + url + "]")).isEmpty();
		this.requests.done(reviews(province, next, "FORWARD"));
		assertThatThrownBy(() -> this.takeBack.takeBack(correction.id(), REASON, applied.staff()))
			.hasMessageEndingWith("begun");
	}

	@Test
	void isRefusedWhereAnOfficialDocumentWentOut() throws Exception {
		Applied applied = this.stage.atCheck();
		WorkItem check = this.stage.task(applied.id());
		this.requests.done(complete(this.office, check, "SEND_BACK", "f.documentsComplete", "no", "f.opinionsComplete",
				"yes", "f.planFollowsGuide", "yes", "pointTarget.SEND_BACK", "constructionPlan",
				"pointRemark.SEND_BACK", "缺页（虚构）"));

		assertThatThrownBy(() -> this.takeBack.takeBack(check.id(), REASON, this.office))
			.hasMessageEndingWith("issued");
	}

	@Test
	void isRefusedWhereOthersAreAskedSideBySideOrTheLimitIsOver() throws Exception {
		Applied applied = sentBack();
		WorkItem correction = this.stage.task(applied.id());
		this.requests.done(corrects(applied.staff(), correction, firstPoint(applied)));
		itIs(correction.dueOn().plusDays(1) + "T09:00");
		assertThatThrownBy(() -> this.takeBack.takeBack(correction.id(), REASON, applied.staff()))
			.hasMessageEndingWith("limit-over");

		this.stage.open();
		Applied asked = this.stage.atOpinions();
		WorkItem opinion = this.items.openOf(asked.id()).get(0);
		Actor department = this.stage.somebody(String.valueOf(opinion.holder().unitId()),
				kind(opinion.holder().role()));
		this.requests.done(complete(department, opinion, "AGREE"));
		assertThatThrownBy(() -> this.takeBack.takeBack(opinion.id(), REASON, department))
			.hasMessageEndingWith("joined");
	}

	/** Somebody of the province claims while the park takes back: one of them wins. */
	@Test
	void hasOneWinnerWhenTheNextIsClaimedMeanwhile() throws Exception {
		for (int race = 0; race < RACES; race++) {
			Applied applied = sentBack();
			WorkItem correction = this.stage.task(applied.id());
			this.requests.done(corrects(applied.staff(), correction, firstPoint(applied)));
			WorkItem next = this.stage.task(applied.id());

			Finish finish = this.requests.race(
					Request.of(applied.staff(), "/tasks/" + correction.id() + "/take-back", "once",
							UUID.randomUUID().toString(), "reason", REASON.text()),
					Request.of(province(next), "/tasks/" + next.id() + "/claim"), (race % 3 - 1) * 15_000_000L);

			System.out.println("take back and claim: " + finish);
			assertThat(List.of(finish.first(), finish.second()))
				.allMatch(answer -> answer.isDone() || answer.isRefusal());
			assertThat(finish.first().isDone()).as("%s", finish).isNotEqualTo(finish.second().isDone());
			assertThat(this.record.contradictions(List.of(applied.id()))).isEmpty();
		}
	}

	/** A case that the province has sent back with one point. */
	private Applied sentBack() throws Exception {
		Applied applied = this.stage.atPart("Task_ProvincialReview");
		WorkItem review = this.stage.task(applied.id());
		this.requests.done(sendsBack(province(review), review));
		return applied;
	}

	private static Request sendsBack(Actor province, WorkItem review) {
		return reviews(province, review, "SEND_BACK", "pointTarget.SEND_BACK", "constructionPlan",
				"pointRemark.SEND_BACK", "缺少批复（虚构）");
	}

	private static Request reviews(Actor province, WorkItem review, String outcome, String... more) {
		List<String> fields = new ArrayList<>(List.of("f.contentTrue", "yes", "f.environmentalRecord", "yes",
				"f.opinionsConsistent", "no", "f.opinionsDifference", "未征求（虚构）"));
		fields.addAll(List.of(more));
		return complete(province, review, outcome, fields.toArray(String[]::new));
	}

	private static Request corrects(Actor actor, WorkItem task, long point) {
		return complete(actor, task, "SUBMIT", "answer." + point, "已补（虚构）");
	}

	private static Request complete(Actor actor, WorkItem task, String outcome, String... fields) {
		List<String> all = new ArrayList<>(
				List.of("submission", UUID.randomUUID().toString(), "outcome", outcome, "opinion", "情况属实，理由见材料。"));
		all.addAll(List.of(fields));
		return new Request(actor, "/tasks/" + task.id(), all);
	}

	private Actor province(WorkItem task) {
		return this.stage.somebody(String.valueOf(task.holder().unitId()), ShippedKinds.PROVINCE_ECOLOGY);
	}

	private static UnitKind kind(String role) {
		return role.equals("PROVINCE_COMMERCE") ? ShippedKinds.PROVINCE_COMMERCE : ShippedKinds.PROVINCE_SCIENCE;
	}

	private long firstPoint(Applied applied) {
		return this.points.of(applied.id(), CorrectionPoints.State.OPEN).get(0).id();
	}

	private String task(Applied applied) {
		return this.stage.task(applied.id()).task().taskKey();
	}

	/** What the flow knows of how the review of the province ended. */
	private Object outcome(Applied applied) {
		String instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(applied.id(), "provincial-review")
			.singleResult()
			.getId();
		return this.runtime.getVariable(instance, "Task_ProvincialReview_outcome");
	}

	private List<Job> timers(Applied applied) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(applied.id())
			.list()
			.stream()
			.flatMap(instance -> this.management.createJobQuery()
				.timers()
				.processInstanceId(instance.getId())
				.list()
				.stream())
			.toList();
	}

	private void handedIn(Applied applied, WorkItem task) {
		String digest = UUID.randomUUID().toString().replace("-", "").repeat(2);
		this.jdbc.sql("INSERT INTO content (sha256, size, parts) VALUES (:digest, 1, gen_random_uuid())")
			.param("digest", digest)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:case, 'supplement', 1, '补正说明.pdf', 'application/pdf', 1, :digest, :person, '经办人', :unit, now(),
					        :item, 'AUTHORITIES', 'DRAFT', :digest)
					""")
			.param("case", applied.id())
			.param("digest", digest)
			.param("person", applied.staff().personId())
			.param("unit", applied.staff().unitId())
			.param("item", task.id())
			.update();
	}

	private List<String> documents(Applied applied) {
		return this.jdbc.sql(
				"SELECT state || ' ' || number FROM document_version WHERE dossier_id = :case AND kind = 'supplement' ORDER BY id")
			.param("case", applied.id())
			.query(String.class)
			.list();
	}

	private List<String> audited(Applied applied) {
		return this.audit.entries(Subject.ofCase(applied.id()), Long.MAX_VALUE, 1000)
			.stream()
			.map(AuditEntry::action)
			.toList();
	}

	private void itIs(String moment) {
		CaseTimes.begin(this.jdbc, this.time, LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant());
	}

	private Document page(Actor reader, MockHttpServletRequestBuilder request, int status) throws Exception {
		var response = this.mvc.perform(
				request.accept(MediaType.TEXT_HTML).with(csrf()).with(authentication(new ActorAuthentication(reader))))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
	}

}
