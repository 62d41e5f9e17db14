package cn.ecopark.park.web;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.City;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
class ParkPagesTest {

	private static final Actor OFFICE = actor("OFFICE", ShippedKinds.OFFICE, null, MemberRole.STAFF);

	private static final Actor ADMINISTRATOR = actor("ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
			MemberRole.SYSTEM_ADMIN);

	@Autowired
	MockMvc mvc;

	@Autowired
	Parks parks;

	@Autowired
	Units units;

	@Test
	void entersAParkAndItsDocumentPast() throws Exception {
		perform(ADMINISTRATOR,
				post("/admin/parks").param("name", "某某经济技术开发区")
					.param("kind", "SECTOR")
					.param("level", "省级开发区")
					.param("province", "320000"))
			.andExpect(status().is3xxRedirection());
		Park park = this.parks.search(new ParkSearch("某某经济技术开发区", null, null, null, ParkScope.ALL, Cursor.start(), 1))
			.rows()
			.get(0);
		assertThat(park.lifeStatus()).isEqualTo(LifeStatus.PROSPECT);

		perform(ADMINISTRATOR, decision(park, "2008-03", "环办〔2008〕46号会议材料"))
			.andExpect(redirectedUrl("/admin/parks/" + park.id()));

		assertThat(this.parks.history(park.id())).singleElement().satisfies((event) -> {
			assertThat(event.decidedOn()).isEqualTo(new KnownDate("2008-03"));
			assertThat(event.paperPast()).isTrue();
		});
		perform(OFFICE, get("/parks/" + park.id())).andExpect(status().isOk())
			.andExpect(content().string(containsString("2008年3月")))
			.andExpect(content().string(containsString("系统启用前的纸质决定")));
	}

	@Test
	void registersTheCityAParkLiesIn() throws Exception {
		this.units.add(new City("410100", "410000", "郑州市", "郑州", "测试", true));
		MockHttpServletRequestBuilder wrong = post("/admin/parks").param("name", "戊园区")
			.param("kind", "SECTOR")
			.param("level", "省级开发区")
			.param("province", "420000")
			.param("city", "410100");
		perform(ADMINISTRATOR, wrong).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("该城市不在所选省份")));
		perform(ADMINISTRATOR,
				post("/admin/parks").param("name", "戊园区")
					.param("kind", "SECTOR")
					.param("level", "省级开发区")
					.param("province", "410000")
					.param("city", "410100"))
			.andExpect(status().is3xxRedirection());
		Park park = this.parks.search(new ParkSearch("戊园区", null, null, null, ParkScope.ALL, Cursor.start(), 1))
			.rows()
			.get(0);
		assertThat(park.cityCode()).isEqualTo("410100");
		perform(OFFICE, get("/parks/" + park.id())).andExpect(content().string(containsString("郑州市")));

		String address = "/admin/parks/" + park.id();
		perform(ADMINISTRATOR, post(address + "/city").param("city", "")).andExpect(redirectedUrl(address));
		assertThat(this.parks.get(park.id()).cityCode()).isNull();
		perform(ADMINISTRATOR, post(address + "/city").param("city", "999999"))
			.andExpect(status().isUnprocessableContent());
		perform(OFFICE, post(address + "/city").param("city", "410100")).andExpect(status().isForbidden());
		perform(ADMINISTRATOR, post(address + "/city").param("city", "410100")).andExpect(redirectedUrl(address));
		assertThat(this.parks.get(park.id()).cityCode()).isEqualTo("410100");
	}

	@Test
	void keepsTheOrderOfUndatedDecisionsWithTheParkThatGoesOn() throws Exception {
		Park merged = aPark("己园区", "370000");
		Park into = aPark("庚园区", "370000");
		for (String status : new String[] { "UNDER_CONSTRUCTION", "NAMED" }) {
			perform(ADMINISTRATOR, decision(merged, status, "", "来源" + status))
				.andExpect(redirectedUrl("/admin/parks/" + merged.id()));
		}
		perform(ADMINISTRATOR,
				post("/admin/parks/" + merged.id() + "/merger").param("into", String.valueOf(into.id()))
					.param("on", "2018-01-02")
					.param("reference", "示例文件（虚构）")
					.param("reason", "合并（虚构）"))
			.andExpect(status().is3xxRedirection());

		for (Park park : new Park[] { merged, into }) {
			String page = perform(OFFICE, get("/parks/" + park.id())).andReturn().getResponse().getContentAsString();
			assertThat(page).as("newest first: %s", park.name()).containsSubsequence("来源NAMED", "来源UNDER_CONSTRUCTION");
		}
	}

	@Test
	void saysAtTheFieldWhatIsWrong() throws Exception {
		Park park = aPark("甲园区", "330000");

		perform(ADMINISTRATOR, decision(park, "March 2008", "某文件")).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请按 2019-07-05、2008-03 或 2010 的形式填写")));
		perform(ADMINISTRATOR, decision(park, "2008", " ")).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请写明来源")));
		perform(ADMINISTRATOR,
				post("/admin/parks").param("name", "甲园区")
					.param("kind", "SECTOR")
					.param("level", "省级开发区")
					.param("province", "330000"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("已有名为“甲园区”的园区")));
	}

	@Test
	void filtersTheList() throws Exception {
		aPark("乙园区", "340000");
		aPark("丙园区", "350000");

		Document found = Jsoup.parse(
				perform(OFFICE, get("/parks").param("province", "340000").param("status", "PROSPECT").param("q", "园区"))
					.andExpect(status().isOk())
					.andReturn()
					.getResponse()
					.getContentAsString());

		assertThat(found.select("main").text()).contains("乙园区", "安徽省").doesNotContain("丙园区");
	}

	@Test
	void refusesTheParkOfAnotherProvinceWithAReason() throws Exception {
		Park park = aPark("丁园区", "360000");
		Actor other = actor("370000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "370000", MemberRole.STAFF);

		perform(other, get("/parks/" + park.id())).andExpect(status().isForbidden())
			.andExpect(content().string(containsString("这个园区不在您的查看范围内")));
		perform(OFFICE, get("/parks/999999")).andExpect(status().isNotFound());
		perform(OFFICE, get("/admin/parks")).andExpect(status().isForbidden());
	}

	private static MockHttpServletRequestBuilder decision(Park park, String date, String source) {
		return decision(park, "UNDER_CONSTRUCTION", date, source);
	}

	private static MockHttpServletRequestBuilder decision(Park park, String status, String date, String source) {
		return post("/admin/parks/" + park.id() + "/decisions").param("status", status)
			.param("date", date)
			.param("number", "")
			.param("standard", "")
			.param("title", "")
			.param("recheckDue", "")
			.param("note", "")
			.param("source", source);
	}

	private ResultActions perform(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()));
	}

	private Park aPark(String name, String province) {
		return this.parks.register(new NewPark(name, ParkKind.COMPREHENSIVE, "省级开发区", province));
	}

	private static Actor actor(String unit, UnitKind kind, @Nullable String province, MemberRole role) {
		return new Actor(1, "某人", unit, kind, province, Set.of(role));
	}

}
