package cn.ecopark.batch.web;

import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class BatchControllerTest {

	private static final String KIND = "construction-approval";

	@Autowired
	MockMvc web;

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	JdbcClient jdbc;

	Actor office;

	EcoCase park;

	@BeforeEach
	void aParkWaits() {
		this.scene.itIs("2018-03-01T10:00");
		this.office = this.scene.office();
		this.park = this.scene.openCase();
		this.scene.waitsFor(KIND, this.park);
	}

	@Test
	void letsTheOfficeComposeABatchOnAPage() throws Exception {
		Document page = page(get("/batches/new").param("kind", KIND), this.office, 200);

		assertThat(page.select("input[name=item]").eachAttr("value")).contains(this.park.id());
		assertThat(page.expectFirst("input[name=title]").attr("value")).contains("2018 年第").contains("批准建设");
		this.web
			.perform(as(post("/batches"), this.office).param("kind", KIND)
				.param("title", "一批")
				.param("item", this.park.id())
				.param("submission", page.expectFirst("input[name=submission]").attr("value")))
			.andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrlPattern("/batches/*"));
	}

	@Test
	void keepsWhatWasEnteredWhenNothingWasChosen() throws Exception {
		Document page = page(post("/batches").param("kind", KIND).param("title", "我的标题"), this.office, 422);

		assertThat(page.expectFirst("input[name=title]").attr("value")).isEqualTo("我的标题");
		assertThat(page.select(".errors").text()).contains("请至少选择一个园区");
	}

	@Test
	void showsTheBallotsToTheAuthoritiesOnly() throws Exception {
		Batch batch = this.composeBatch.compose(KIND, List.of(this.park.id()), "表决的一批", this.office);
		Actor ministry = this.scene.ministry("MOFCOM");
		WorkItem ballot = this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", Purpose.BALLOT, "VOTED",
				"AGREE", "DISAGREE");
		assertThat(page(get("/batches/" + batch.id()), ministry, 200).select("a[href=/tasks/" + ballot.id() + "]"))
			.isNotEmpty();
		this.scene.does(ministry, ballot,
				new BallotDecision(Statement.of("VOTED", "意见"), Map.of(this.park.id(), new Vote("DISAGREE", "数据存疑"))));

		String shown = page(get("/batches/" + batch.id()), this.office, 200).text();

		assertThat(shown).contains("表决的一批", "商务部", "不同意", "数据存疑", this.park.park().name());
		Actor ofPark = this.scene.staffOf(this.park.park().unitId(), ShippedKinds.PARK);
		page(get("/batches/" + batch.id()), ofPark, 403);
		page(get("/batches"), ofPark, 403);
		page(get("/batches/" + batch.id() + "/paper"), ofPark, 404);
	}

	/** 公文处理工作条例 22: opinion, name and the whole date, 代 where a deputy signs. */
	@Test
	void showsEachSignatureInFull() throws Exception {
		Batch batch = this.composeBatch.compose(KIND, List.of(this.park.id()), "会签的一批", this.office);
		Actor ministry = this.scene.ministry("MOFCOM");
		WorkItem ballot = this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", Purpose.BALLOT, "VOTED",
				"AGREE", "DISAGREE");
		this.scene.does(ministry, ballot, new BallotDecision(Statement.of("VOTED", "同意，请抓紧印发"),
				Map.of(this.park.id(), new Vote("AGREE", "")), true));

		Document page = page(get("/batches/" + batch.id()), this.office, 200);

		assertThat(page.select(".signatures tbody tr").eachText()).singleElement()
			.asString()
			.contains("第 1 轮", "商务部", this.park.park().name(), "同意", "同意，请抓紧印发", ministry.name() + "（代）", "2018年3月1日");
		assertThat(page.select(".matrix tbody td").text()).contains(ministry.name() + "（代） 2018-03-01");
	}

	/** 拟办、签发 are the unit's own; all others read who signed. */
	@Test
	void showsTheUnitItselfWhoProposedAndWhoSigned() throws Exception {
		Batch batch = this.composeBatch.compose(KIND, List.of(this.park.id()), "会签的一批", this.office);
		Actor leader = this.scene.ministry("MOFCOM");
		Actor clerk = this.scene.ministry("MOFCOM");
		WorkItem ballot = this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", Purpose.BALLOT, "VOTED",
				"AGREE", "DISAGREE");
		proposed(batch, ballot, clerk, leader);
		this.scene.does(leader, ballot,
				new BallotDecision(Statement.of("VOTED", "同意"), Map.of(this.park.id(), new Vote("AGREE", ""))));

		assertThat(signatures(batch, clerk)).contains("拟办", "王拟（虚构）", "签发", "李签（虚构）");
		assertThat(signatures(batch, this.office)).doesNotContain("拟办", "王拟（虚构）");
		assertThat(signatures(batch, this.scene.ministry("MEE"))).doesNotContain("拟办", "王拟（虚构）");
	}

	private String signatures(Batch batch, Actor reader) throws Exception {
		return page(get("/batches/" + batch.id()), reader, 200).select("table.signatures").text();
	}

	private void proposed(Batch batch, WorkItem ballot, Actor clerk, Actor leader) {
		long proposal = this.jdbc
			.sql("""
					INSERT INTO decision_proposal (work_item_id, dossier_id, unit_id, person_id, person_name, at, outcome, fields,
					                               form_digest, documents, decided_text)
					VALUES (:item, :batch, 'MOFCOM', :person, '王拟（虚构）', now(), 'VOTED', '{}', '', '[]', '') RETURNING id
					""")
			.param("item", ballot.id())
			.param("batch", batch.id())
			.param("person", clerk.personId())
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO proposal_act (proposal_id, dossier_id, act, person_id, person_name, at, reason)
				VALUES (:proposal, :batch, 'SIGNED', :person, '李签（虚构）', now(), '')
				""").param("proposal", proposal).param("batch", batch.id()).param("person", leader.personId()).update();
	}

	@Test
	void setsTheSheetOfSignaturesForThoseWhoMayReadTheBatch() throws Exception {
		Batch batch = this.composeBatch.compose(KIND, List.of(this.park.id()), "会签的一批", this.office);
		String sheet = "/batches/" + batch.id() + "/sign-off-sheet";
		assertThat(textOf(sheet, this.office)).contains("联合发文稿纸", "尚无会签意见");
		Actor ministry = this.scene.ministry("MOFCOM");
		this.scene.does(ministry,
				this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", Purpose.BALLOT, "VOTED", "AGREE",
						"DISAGREE"),
				new BallotDecision(Statement.of("VOTED", ""), Map.of(this.park.id(), new Vote("DISAGREE", "数据存疑")),
						true));

		assertThat(textOf(sheet, this.scene.ministry("MEE"))).contains("不同意：数据存疑", ministry.name() + "（代）", "2018年3月1日",
				"全部园区");
		page(get(sheet), this.scene.staffOf(this.park.park().unitId(), ShippedKinds.PARK), 403);
		page(get(sheet), this.scene.staffOf("320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY), 403);
	}

	@Test
	void showsSignaturesInTheCaseToThoseWhoMayReadTheBatch() throws Exception {
		Batch batch = this.composeBatch.compose(KIND, List.of(this.park.id()), "会签的一批", this.office);
		Actor ministry = this.scene.ministry("MOFCOM");
		this.scene.does(ministry,
				this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", Purpose.BALLOT, "VOTED", "AGREE",
						"DISAGREE"),
				new BallotDecision(Statement.of("VOTED", ""), Map.of(this.park.id(), new Vote("DISAGREE", "数据存疑")),
						true));
		this.jdbc.sql("UPDATE eco_case SET status = 'OPEN', submitted_at = now() WHERE id = :id")
			.param("id", this.park.id())
			.update();
		String address = "/cases/" + this.park.id();

		assertThat(page(get(address), this.office, 200).text()).contains("会签签署", "数据存疑", ministry.name() + "（代）",
				"2018年3月1日", "会签的一批 · 第 1 轮");
		assertThat(textOf(address + "/approval-sheet", this.office)).contains("不同意：数据存疑", ministry.name() + "（代）");
		assertThat(page(get(address), this.scene.staffOf(this.park.park().unitId(), ShippedKinds.PARK), 200).text())
			.doesNotContain("会签签署", "数据存疑");
	}

	private String textOf(String address, Actor actor) throws Exception {
		byte[] pdf = this.web.perform(as(get(address), actor))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s", "");
		}
	}

	@Test
	void listsBatchesAndWhatWaits() throws Exception {
		this.scene.waitsFor("naming", this.scene.openCase());
		Document page = page(get("/batches"), this.office, 200);

		assertThat(page.select("a[href='/batches/new?kind=naming&pack=2015-167']")).isNotEmpty();
		assertThat(page(get("/batches"), this.scene.ministry("MEE"), 200).select("a[href^='/batches/new']")).isEmpty();
	}

	@Test
	void hasNoPageBehindNonsense() throws Exception {
		page(get("/batches").param("before", "none"), this.office, 404);
		page(get("/batches").param("after", "1_\u0000"), this.office, 404);
		page(get("/batches").param("after", "1_" + this.park.id()), this.office, 200);
	}

	@Test
	void refusesComposingByOthersAndUnknownKinds() throws Exception {
		page(get("/batches/new").param("kind", KIND), this.scene.ministry("MEE"), 403);
		page(get("/batches/new").param("kind", "creation"), this.office, 404);
		page(get("/batches/none"), this.office, 404);
	}

	private Document page(MockHttpServletRequestBuilder request, Actor actor, int expected) throws Exception {
		return Jsoup.parse(this.web.perform(as(request, actor))
			.andExpect(status().is(expected))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Actor actor) {
		return request.with(authentication(new ActorAuthentication(actor))).with(csrf());
	}

}
