package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.ChangePark;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.NotYourPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkChange;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** A park and its administration are renamed, its kind and area change. */
@ModuleTest
class ParkChangeTest {

	private static final Actor ADMINISTRATOR = new Actor(1, "某人", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
			Set.of(MemberRole.SYSTEM_ADMIN));

	private static final Actor OFFICE = new Actor(2, "某人", "OFFICE", ShippedKinds.OFFICE, null,
			Set.of(MemberRole.STAFF));

	@Autowired
	MockMvc mvc;

	@Autowired
	Parks parks;

	@Autowired
	Units units;

	@Autowired
	ChangePark change;

	@Test
	void renamesAParkFromADayOnAndKeepsWhatItWasCalledBefore() throws Exception {
		Park park = aPark("旧名园区");

		said(park, ADMINISTRATOR, "NAME", "新名园区", "2020-03-01", 302);

		assertThat(this.parks.get(park.id()).name()).isEqualTo("新名园区");
		assertThat(this.units.nameOn(park.unitId(), LocalDate.of(2020, 2, 29))).isEqualTo("旧名园区");
		assertThat(this.units.nameOn(park.unitId(), LocalDate.of(2020, 3, 1))).isEqualTo("新名园区");
		assertThat(page(OFFICE, get("/parks/" + park.id()), 200).select(".timeline").text()).contains("园区更名",
				"旧名园区 → 新名园区", "某文〔2020〕1号", "机构改革");
		assertThat(page(ADMINISTRATOR, get("/admin/parks/" + park.id() + "/changes?lang=en"), 200).text())
			.contains("Park renamed");
	}

	@Test
	void renamesTheAdministrationAloneAndNeverRewritesALaterName() throws Exception {
		Park park = aPark("管委会园区");
		said(park, ADMINISTRATOR, "ADMINISTRATION", "园区管理局", "2020-03-01", 302);

		assertThat(this.parks.get(park.id()).name()).isEqualTo("管委会园区");
		assertThat(this.units.nameOn(park.unitId(), LocalDate.of(2020, 3, 1))).isEqualTo("园区管理局");
		assertThat(said(park, ADMINISTRATOR, "ADMINISTRATION", "园区办公室", "2019-03-01", 422).select("#on-error").text())
			.contains("更晚的同类变更");
		said(park, ADMINISTRATOR, "NAME", "改名园区", "2021-01-01", 302);
		assertThat(this.units.nameOn(park.unitId(), LocalDate.of(2021, 1, 2))).isEqualTo("园区管理局");
	}

	@Test
	void changesKindAndAreaWithWhatTheyWere() throws Exception {
		Park park = aPark("类型园区");

		page(ADMINISTRATOR, form(park, "KIND", "", "2020-03-01").param("kind", "SECTOR"), 302);
		said(park, ADMINISTRATOR, "AREA", "12.5 平方公里", "2020-03-01", 302);
		said(park, ADMINISTRATOR, "AREA", "20 平方公里", "2021-03-01", 302);

		assertThat(this.parks.get(park.id()).kind()).isEqualTo(ParkKind.SECTOR);
		assertThat(page(OFFICE, get("/parks/" + park.id()), 200).select(".timeline").text()).contains("综合类 → 行业类",
				"12.5 平方公里 → 20 平方公里");
	}

	@Test
	void saysAtItsFieldWhatCannotStandAndKeepsWhatWasTyped() throws Exception {
		Park park = aPark("错误园区");
		aPark("别家园区");

		assertThat(said(park, ADMINISTRATOR, "NAME", "别家园区", "2020-03-01", 422).select("#after-error").text())
			.contains("已有名为");
		assertThat(said(park, ADMINISTRATOR, "NAME", "错误园区", "2020-03-01", 422).select("#after-error").text())
			.contains("没有变更");
		assertThat(said(park, ADMINISTRATOR, "NAME", " ", "2020-03-01", 422).select("#after-error").text())
			.contains("请填写");
		assertThat(said(park, ADMINISTRATOR, "KIND", "", "2020-03-01", 422).select("#after-error").text()).isNotEmpty();
		Document wrong = said(park, ADMINISTRATOR, "AREA", "一平方公里", "2020-02-30", 422);
		assertThat(wrong.select("#on-error").text()).contains("有效日期");
		assertThat(wrong.select("#after").val()).isEqualTo("一平方公里");
		assertThat(
				said(park, ADMINISTRATOR, "AREA", "x", LocalDate.now().plusDays(2).toString(), 422).select("#on-error")
					.text())
			.contains("不得晚于今天");
		assertThat(page(ADMINISTRATOR,
				post("/admin/parks/" + park.id() + "/changes").param("act", "NAME")
					.param("after", "某某园区")
					.param("on", "2020-03-01")
					.param("reference", "某文"),
				422)
			.select("#reason-error")
			.text()).contains("请填写");
		assertThat(this.parks.get(park.id()).name()).isEqualTo("错误园区");
	}

	@Test
	void isTheSystemAdministratorsAlone() throws Exception {
		Park park = aPark("无权园区");

		said(park, OFFICE, "NAME", "夺名园区", "2020-03-01", 403);
		assertThatThrownBy(() -> this.change.change(park.id(),
				new ParkChange.Said(ParkChange.Act.NAME, LocalDate.of(2020, 3, 1), "夺名园区", "某文", "无"), OFFICE))
			.isInstanceOf(NotYourPark.class);
		assertThat(this.parks.get(park.id()).name()).isEqualTo("无权园区");
	}

	private Document said(Park park, Actor actor, String act, String after, String on, int status) throws Exception {
		return page(actor, form(park, act, after, on), status);
	}

	private static MockHttpServletRequestBuilder form(Park park, String act, String after, String on) {
		return post("/admin/parks/" + park.id() + "/changes").param("act", act)
			.param("after", after)
			.param("on", on)
			.param("reference", "某文〔2020〕1号")
			.param("reason", "机构改革");
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MvcResult result = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn();
		assertThat(result.getResponse().getStatus()).isEqualTo(status);
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private Park aPark(String name) {
		return this.parks.register(new NewPark(name, ParkKind.COMPREHENSIVE, "省级开发区", "330000"));
	}

}
