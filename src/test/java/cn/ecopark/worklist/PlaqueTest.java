package cn.ecopark.worklist;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;
import cn.ecopark.rulepack.RulePacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The Office records plaques. All of it is invented. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class PlaqueTest {

	@Autowired
	Scene scene;

	@Autowired
	Parks parks;

	@Autowired
	CaseFlow flow;

	@Autowired
	RulePacks packs;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	@Test
	void isRecordedOnceAndPutRightWithAReason() throws Exception {
		this.scene.itIs("2019-12-01T10:00");
		EcoCase award = this.scene.openCase();
		this.flow.submitted(award.id());
		String named = this.packs.get(award.release()).resultMaking("award", "NAMED").orElseThrow().result();
		this.jdbc.sql("UPDATE eco_case SET kind = 'award' WHERE id = :id").param("id", award.id()).update();
		this.flow.close(award.id(), named);
		Park park = this.parks.get(award.park().id());
		Actor office = this.scene.office();

		assertThat(said(office, park, "2019-07-05", "", 422).select("#on-error").text()).contains("没有称号");
		name(park);
		assertThat(said(office, park, "2019-07-04", "", 422).select("#on-error").text()).contains("不能早于命名（2019-07-05）");
		Document later = said(office, park, "2019-12-02", "", 422);
		assertThat(later.select("#on-error").text()).contains("不得晚于今天");
		assertThat(later.select("#place").val()).isEqualTo("年度会议（虚构）");
		said(office, park, "2019-11-28", "", 302);
		assertThat(said(office, park, "2019-11-29", "", 422).select("#why-error").text())
			.contains("已经登记 2019-11-28 授牌");
		said(office, park, "2019-11-29", "日期写错（虚构）", 302);

		Document page = page(office, get("/parks/" + park.id()), 200);
		assertThat(page.select("dl.parties").text()).contains("授牌 2019年11月29日，年度会议（虚构），某司（虚构）")
			.doesNotContain("11月28日");
		assertThat(page.select(".timeline").text()).contains("登记已更正：日期写错（虚构）");
		assertThat(this.timeline.of(award.id(), List.of(Audience.PARK))).extracting(Timeline.Entry::message)
			.startsWith("casefile.timeline.plaque-corrected", "casefile.timeline.plaque");
		assertThat(page(office, get("/cases/" + award.id()), 200).text()).contains("授牌：2019-11-28，年度会议（虚构），由某司（虚构）授予");
	}

	@Test
	void isTheOfficesToRecord() throws Exception {
		this.scene.itIs("2019-12-01T10:00");
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		name(park);
		Actor own = this.scene.staffOf(park.unitId(), ShippedKinds.PARK);

		said(own, park, "2019-11-28", "", 403);
		said(this.scene.ministry("MEE"), park, "2019-11-28", "", 403);
		assertThat(page(own, get("/parks/" + park.id()), 200).select("a[href$=/plaque]")).isEmpty();
		assertThat(page(this.scene.office(), get("/parks/" + park.id()), 200).select("a[href$=/plaque]")).hasSize(1);
	}

	private void name(Park park) {
		this.parks.recordPastDecision(park.id(), new PastDecision(LifeStatus.UNDER_CONSTRUCTION,
				KnownDate.of(LocalDate.of(2012, 5, 1)), "某函〔2012〕1号", null, null, null, null, "虚构"));
		this.parks.recordPastDecision(park.id(), new PastDecision(LifeStatus.NAMED,
				KnownDate.of(LocalDate.of(2019, 7, 5)), "某函〔2019〕1号", null, null, null, null, "虚构"));
	}

	private Document said(Actor actor, Park park, String on, String why, int status) throws Exception {
		return page(actor,
				post("/parks/" + park.id() + "/plaque").param("on", on)
					.param("place", "年度会议（虚构）")
					.param("by", "某司（虚构）")
					.param("why", why),
				status);
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MvcResult result = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn();
		String body = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(result.getResponse().getStatus()).as(body).isEqualTo(status);
		return Jsoup.parse(body);
	}

}
