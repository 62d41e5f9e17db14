package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.MergeParks.ParkIsMerged;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Two parks become one, by the page of the system administrator. All of it is invented.
 */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ParkMergerTest {

	@Autowired
	Scene scene;

	@Autowired
	CaseFlow flow;

	@Autowired
	OpenCase openCase;

	@Autowired
	Parks parks;

	@Autowired
	ParkMergers mergers;

	@Autowired
	MockMvc mvc;

	@Test
	void showsTheHistoryOfBothAndMarksTheTitleForDecision() throws Exception {
		this.scene.itIs("2018-03-20T10:00");
		Park ends = aPark("被并园区");
		Park goesOn = aPark("续存园区");
		this.parks.recordPastDecision(ends.id(), new PastDecision(LifeStatus.UNDER_CONSTRUCTION,
				KnownDate.of(LocalDate.of(2012, 5, 1)), "某函〔2012〕1号", null, null, null, null, "虚构"));

		assertThat(merged(ends, goesOn, "2012-04-30", 422).select("#on-error").text()).contains("2012-05-01");
		assertThat(merged(ends, goesOn, "2018-03-21", 422).select("#on-error").text()).contains("不得晚于今天");
		assertThat(merged(ends, ends, "2018-03-20", 422).select("#into-error").text()).contains("该园区本身");
		merged(ends, goesOn, "2018-03-20", 302);

		Document page = page(this.scene.office(), get("/parks/" + goesOn.id()), 200);
		assertThat(page.select(".timeline").text()).contains(ends.name() + "并入" + goesOn.name(), "某合并批复（虚构）", "待有权机关决定",
				ends.name() + "：进入建设", "某函〔2012〕1号");
		assertThat(page(this.scene.office(), get("/parks/" + ends.id()), 200).select(".page-head").text())
			.contains("建设中", "已合并");
		assertThat(this.parks.get(ends.id()).lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(page.select(".parties a[href=/parks/" + ends.id() + "]").text()).isEqualTo(ends.name());
		assertThat(page(this.scene.office(), get("/parks/" + ends.id()), 200)
			.select(".parties a[href=/parks/" + goesOn.id() + "]")
			.text()).isEqualTo(goesOn.name());
		Element own = page(this.scene.staffOf(goesOn.unitId(), ShippedKinds.PARK), get("/parks/" + goesOn.id()), 200)
			.selectFirst(".parties");
		assertThat(own.text()).as("the name, and no way to what one may not read").contains(ends.name());
		assertThat(own.select("a[href^=/parks/]")).isEmpty();

		page(administrator(), said(ends, "/title").param("title", "称号随续存园区（虚构）"), 302);
		assertThat(page(this.scene.office(), get("/parks/" + goesOn.id()), 200).select(".timeline").text())
			.contains("称号随续存园区（虚构）")
			.doesNotContain("待有权机关决定");
	}

	@Test
	void losesNoCase() throws Exception {
		this.scene.itIs("2018-03-20T10:00");
		EcoCase running = this.scene.openCase();
		this.flow.submitted(running.id());
		Park ends = this.parks.get(running.park().id());
		Park goesOn = aPark("续存园区");

		assertThat(merged(ends, goesOn, "2018-03-20", 422).select("#into-error").text()).contains("尚有在办的案卷");
		assertThat(this.mergers.of(ends.id())).isEmpty();

		this.flow.close(running.id(), "CLOSED");
		merged(ends, goesOn, "2018-03-20", 302);
		assertThat(page(this.scene.office(), get("/parks/" + goesOn.id()), 200).select(".table").text())
			.contains(ends.name());
		Actor park = this.scene.staffOf(ends.unitId(), ShippedKinds.PARK);
		assertThatThrownBy(() -> this.openCase.open("creation", ends.id(), park)).isInstanceOf(ParkIsMerged.class);

		page(administrator(), said(ends, "/take-back"), 302);
		assertThat(this.openCase.open("creation", ends.id(), park).park().id()).isEqualTo(ends.id());
	}

	@Test
	void isForSystemAdministrators() throws Exception {
		Park ends = aPark("被并园区");
		page(this.scene.office(), said(ends, "/take-back"), 403);
		page(this.scene.office(), get("/admin/parks/" + ends.id() + "/merger"), 403);
	}

	private Document merged(Park ends, Park goesOn, String on, int status) throws Exception {
		return page(administrator(), said(ends, "").param("into", Long.toString(goesOn.id())).param("on", on), status);
	}

	private static MockHttpServletRequestBuilder said(Park park, String act) {
		return post("/admin/parks/" + park.id() + "/merger" + act).param("reference", "某合并批复（虚构）")
			.param("reason", "区划调整（虚构）");
	}

	private Park aPark(String name) {
		return this.parks.register(new NewPark(name + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
	}

	private Actor administrator() {
		return new Actor(this.scene.office().personId(), "管理员", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
				Set.of(MemberRole.SYSTEM_ADMIN));
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MvcResult result = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn();
		String body = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		assertThat(result.getResponse().getStatus()).as(body).isEqualTo(status);
		return Jsoup.parse(body);
	}

}
