package cn.ecopark.batch.web;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
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
import cn.ecopark.organisation.UnitKind;
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
		WorkItem ballot = this.scene.batchTask(batch.id(), "Task_Countersign", "MOFCOM", "ballot", "VOTED", "AGREE",
				"DISAGREE");
		assertThat(page(get("/batches/" + batch.id()), ministry, 200).select("a[href=/tasks/" + ballot.id() + "]"))
			.isNotEmpty();
		this.scene.does(ministry, ballot,
				new BallotDecision(Statement.of("VOTED", "意见"), Map.of(this.park.id(), new Vote("DISAGREE", "数据存疑"))));

		String shown = page(get("/batches/" + batch.id()), this.office, 200).text();

		assertThat(shown).contains("表决的一批", "商务部", "不同意", "数据存疑", this.park.park().name());
		Actor ofPark = this.scene.staffOf(this.park.park().unitId(), UnitKind.PARK);
		page(get("/batches/" + batch.id()), ofPark, 403);
		page(get("/batches"), ofPark, 403);
		page(get("/batches/" + batch.id() + "/paper"), ofPark, 404);
	}

	@Test
	void listsBatchesAndWhatWaits() throws Exception {
		this.scene.waitsFor("naming", this.scene.openCase());
		Document page = page(get("/batches"), this.office, 200);

		assertThat(page.select("a[href='/batches/new?kind=naming']")).isNotEmpty();
		assertThat(page(get("/batches"), this.scene.ministry("MEE"), 200).select("a[href^='/batches/new']")).isEmpty();
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
