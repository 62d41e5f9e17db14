package cn.ecopark.reading.web;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestRegister;
import cn.ecopark.content.ContentStore;
import cn.ecopark.dossier.DocumentHandedIn;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.reading.DocumentTexts;
import cn.ecopark.reading.ReadingState;
import cn.ecopark.reading.SamplePdf;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;
import cn.ecopark.web.Frame;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who reads what of a document over HTTP; the text is read in the background. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingPagesTest {

	private static final String CASE = "case-of-reading";

	private static final String PLACE = "[{\"left\":0.1,\"top\":0.1,\"width\":0.3,\"height\":0.02}]";

	private static final Actor PARK = actor(1, "PARK-9901", ShippedKinds.PARK, null);

	private static final Actor PROVINCE = actor(2, "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "320000");

	private static final Actor OFFICE = actor(3, "OFFICE", ShippedKinds.OFFICE, null);

	private static final Actor OTHER_PROVINCE = actor(4, "330000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "330000");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Frame frame;

	@Autowired
	private WorkItems items;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ContentStore store;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private DocumentTexts texts;

	private long first;

	private long second;

	@BeforeAll
	void handIn() throws Exception {
		TestRegister register = new TestRegister(this.jdbc).park(9901, "PARK-9901", "320000")
			.task(7, CASE, "PARK-9901");
		List.of(PARK, PROVINCE, OFFICE, OTHER_PROVINCE).forEach(actor -> register.person(actor.personId()));
		this.jdbc
			.sql("""
					INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status,
					                      opened_at)
					VALUES (:id, 'creation', '2015-167', '2015-167.1', 9901, '苏州某园区', 'COMPREHENSIVE', 'PARK-9901', '320000', 'OPEN', now())
					""")
			.param("id", CASE)
			.update();
		this.first = version(1, List.of("第一章 总论", "工业用水重", "复利用率六成"));
		this.second = version(2, List.of("第一章 总论", "工业用水重复利用", "率八成<b>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/documents/{first}/view", "/documents/{first}/paper", "/documents/{first}/find?q=用水",
			"/documents/{first}/text", "/documents/reading?id={first}", "/documents/{first}/compare/{second}",
			"/documents/search?dossier=" + CASE + "&q=用水" })
	void refusesReadersOfOtherProvinces(String address) throws Exception {
		String path = address.replace("{first}", "" + this.first).replace("{second}", "" + this.second);

		this.mvc.perform(get(path).with(as(PROVINCE))).andExpect(status().isOk());
		this.mvc.perform(get(path).with(as(OTHER_PROVINCE))).andExpect(status().isForbidden());
	}

	@Test
	void takesARemarkOnceHoweverOftenItsPageSendsIt() throws Exception {
		long task = task();
		for (int press = 0; press < 2; press++) {
			this.mvc.perform(remark(task, "一次").param("once", "one-remark").with(as(PROVINCE)).with(csrf()))
				.andExpect(jsonPath("$", hasSize(1)));
		}
		this.mvc.perform(remark(task, "又一次").param("once", "one-remark").with(as(PROVINCE)).with(csrf()))
			.andExpect(status().isConflict());
		this.mvc.perform(remark(task, "又一次").param("once", "another").with(as(PROVINCE)).with(csrf()))
			.andExpect(jsonPath("$", hasSize(2)));
		this.jdbc.sql("DELETE FROM remark WHERE work_item_id = :task").param("task", task).update();
	}

	private MockHttpServletRequestBuilder remark(long task, String text) {
		return post("/documents/{id}/remarks", this.first).param("page", "1")
			.param("places", PLACE)
			.param("quote", "重复利用率")
			.param("text", text)
			.param("audience", Audience.PARK.name())
			.param("task", String.valueOf(task));
	}

	@Test
	void neverShowsTheParkWhatAuthoritiesWroteForEachOther() throws Exception {
		long task = task();
		remark(PROVINCE, task, "只给审批各方<script>", Audience.AUTHORITIES).andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
		remark(PROVINCE, task, "也给园区", Audience.PARK).andExpect(jsonPath("$", hasSize(2)));

		document(PARK).andExpect(jsonPath("$.remarks", hasSize(0)));
		document(OFFICE).andExpect(jsonPath("$.remarks", hasSize(0)));

		this.items.done(task, "FORWARD", PROVINCE.personId(), Instant.now());

		document(PARK).andExpect(jsonPath("$.remarks", hasSize(1)))
			.andExpect(jsonPath("$.remarks[0].text").value("也给园区"));
		document(OFFICE).andExpect(jsonPath("$.remarks", hasSize(2)));
		remark(PROVINCE, task, "太迟", Audience.PARK).andExpect(status().isConflict());
	}

	@Test
	void takesNoRemarkOfSomebodyElsesTaskOrForSomebodyElsesReaders() throws Exception {
		long task = task();

		remark(PARK, task, "不是我的任务", Audience.PARK).andExpect(status().isForbidden());
		remark(OTHER_PROVINCE, task, "外省", Audience.PARK).andExpect(status().isForbidden());
		remark(PROVINCE, task, " ", Audience.PARK).andExpect(status().isUnprocessableContent());
		remark(PROVINCE, task, "给公众", Audience.PUBLIC).andExpect(status().isUnprocessableContent());
		this.items.done(task, "FORWARD", PROVINCE.personId(), Instant.now());
	}

	@Test
	void showsFoundWordsAndChangesEscaped() throws Exception {
		this.mvc.perform(get("/documents/search").param("dossier", CASE).param("q", "率八成<b>").with(as(PROVINCE)))
			.andExpect(content().string(containsString("率八成&lt;b&gt;</mark>")))
			.andExpect(content().string(not(containsString("<b>"))));
		this.mvc.perform(get("/documents/{id}/compare/{other}", this.second, this.first).with(as(PROVINCE)))
			.andExpect(content().string(containsString("<del>六</del>")))
			.andExpect(content().string(containsString("&lt;b&gt;</ins>")));
	}

	@Test
	void letsTheWorkerOfTheViewerAloneCompile() throws Exception {
		this.mvc.perform(get("/documents/{id}/view", this.first).with(as(PROVINCE)))
			.andExpect(header().string("Content-Security-Policy", not(containsString("unsafe-eval"))))
			.andExpect(header().string("Content-Security-Policy", containsString("worker-src 'self'")));
		this.mvc.perform(get(this.frame.asset("pdf/") + "worker.js"))
			.andExpect(header().string("Content-Security-Policy", containsString("'wasm-unsafe-eval'")))
			.andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
	}

	private ResultActions document(Actor reader) throws Exception {
		return this.mvc.perform(get("/documents/{id}/paper", this.first).with(as(reader))).andExpect(status().isOk());
	}

	private ResultActions remark(Actor author, long task, String text, Audience audience) throws Exception {
		return this.mvc.perform(post("/documents/{id}/remarks", this.first).param("page", "1")
			.param("places", PLACE)
			.param("quote", "重复利用率")
			.param("text", text)
			.param("audience", audience.name())
			.param("task", String.valueOf(task))
			.with(as(author))
			.with(csrf()));
	}

	private long version(int number, List<String> lines) throws Exception {
		String sha256 = this.store.store(new ByteArrayInputStream(SamplePdf.of(lines))).sha256();
		long id = this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:case, 'constructionPlan', :number, '规划.pdf', 'application/pdf', 1000, :sha, 1, '园区经办', 'PARK-9901',
					        now(), 7, 'PARK', 'SUBMITTED', :number::text) RETURNING id
					""")
			.param("case", CASE)
			.param("number", number)
			.param("sha", sha256)
			.query(Long.class)
			.single();
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(new DocumentHandedIn(id)));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.texts.state(sha256).filter(ReadingState::isRead).isPresent());
		return id;
	}

	private long task() {
		return this.items.add(new WorkItem(0, null,
				new WorkItem.Task(ShippedPacks.FIRST, "application:1", "application", "Task_Review", "省级初审",
						"application"),
				new WorkItem.Subject(CASE, CASE, null, null, "苏州某园区", null, 9901L, null, "320000"),
				new WorkItem.Holder("PROVINCE_ECOLOGY", PROVINCE.unitId(), null, null), Instant.now(), null, null,
				false, null, null,
				new TaskDescription(Purpose.ORDINARY, List.of("FORWARD"), List.of(), List.of(), Audience.PARK,
						List.of(), List.of(), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0));
	}

	private static RequestPostProcessor as(Actor actor) {
		return authentication(new ActorAuthentication(actor));
	}

	private static Actor actor(long id, String unit, UnitKind kind, String province) {
		return new Actor(id, "来人" + id, unit, kind, province, Set.of(MemberRole.STAFF));
	}

}
