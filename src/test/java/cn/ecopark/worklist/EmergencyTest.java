package cn.ecopark.worklist;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
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
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.ReportEmergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Emergencies are reported by whom they concern and read by who decides. All of it is
 * invented.
 */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class EmergencyTest {

	private static final String HAPPENED = "储罐泄漏（虚构）";

	@Autowired
	Scene scene;

	@Autowired
	CaseFlow flow;

	@Autowired
	CaseParties parties;

	@Autowired
	ReportEmergency reports;

	@Autowired
	MockMvc mvc;

	EcoCase ecoCase;

	Actor own;

	String address;

	@BeforeEach
	void openCase() {
		this.scene.itIs("2019-12-01T10:00");
		this.ecoCase = this.scene.openCase();
		this.flow.submitted(this.ecoCase.id());
		this.own = this.scene.staffOf(this.ecoCase.park().unitId(), ShippedKinds.PARK);
		this.address = "/parks/" + this.ecoCase.park().id() + "/emergencies";
	}

	@Test
	void isReportedFurtherReportedAndNoted() throws Exception {
		page(this.own, first("2019-11-30T22:15", "OPEN", HAPPENED), 302);
		Document there = page(this.own, get(this.address), 200);
		assertThat(there.select(".file-note").text()).contains("2019年11月30日 22:15", "处置中", "级别待认定", HAPPENED,
				"关闭阀门（虚构）");
		String number = there.select("section.emergency form").attr("action");

		page(this.own, further(number, "FINAL", "LARGER", "泄漏物已经回收（虚构）"), 302);
		assertThat(noted(this.scene.office())).contains(this.ecoCase.park().name() + "报告了突发环境事件，1 起");
		assertThat(noted(this.own)).isEmpty();
		page(this.scene.office(), further(number, "NOTE", "", "列入下一轮评价（虚构）"), 302);
		assertThat(page(this.scene.ministry("MEE"), get(this.address), 200).select(".file-note").text())
			.contains("已报告处理结果", "较大（Ⅲ级）", HAPPENED, "泄漏物已经回收（虚构）", "办公室记明", "列入下一轮评价（虚构）");

		assertThat(noted(this.scene.office())).doesNotContain(this.ecoCase.park().name());

		String cases = "/cases/" + this.ecoCase.id();
		assertThat(page(this.scene.office(), get(cases), 200).select(".file-note").text()).contains(HAPPENED);
		assertThat(page(this.own, get(cases), 200).select(".file-note").text()).contains(HAPPENED);
	}

	@Test
	void isRefusedAtItsFieldAndKeepsWhatWasTyped() throws Exception {
		Document later = page(this.own, first("2019-12-01T10:01", "OPEN", HAPPENED), 422);
		assertThat(later.select("#occurred-error").text()).contains("不得晚于现在");
		assertThat(later.select("#text").text()).isEqualTo(HAPPENED);
		assertThat(later.select("#level option[selected]").val()).isEqualTo("OPEN");
		for (String longAgo : List.of("1019-11-30T22:15", "-999999999-01-01T00:00")) {
			assertThat(page(this.own, first(longAgo, "OPEN", HAPPENED), 422).select("#occurred-error").text())
				.contains("不得早于 2011-05-01");
		}
		assertThat(page(this.own, first("昨天", "OPEN", HAPPENED), 422).select("#occurred-error").text()).isNotEmpty();
		assertThat(page(this.own, first("2019-11-30T22:15", "WORST", HAPPENED), 422).select("#level-error").text())
			.isNotEmpty();
		assertThat(page(this.own, first("2019-11-30T22:15", "OPEN", " "), 422).select("#text-error").text())
			.isNotEmpty();
		assertThat(
				page(this.own, first("2019-11-30T22:15", "OPEN", "长".repeat(4001)), 422).select("#text-error").text())
			.contains("4,000");
		page(this.own, further(this.address + "/0", "FURTHER", "OPEN", HAPPENED), 404);
		assertThat(page(this.own, get(this.address), 200).select(".file-note")).isEmpty();
	}

	@Test
	void isReportedAndReadByWhomItConcerns() throws Exception {
		page(this.scene.office(), first("2019-11-30T22:15", "OPEN", HAPPENED), 422);
		page(this.scene.ministry("MEE"), first("2019-11-30T22:15", "OPEN", HAPPENED), 422);
		page(this.own, first("2019-11-30T22:15", "OPEN", HAPPENED), 302);
		String number = page(this.own, get(this.address), 200).select("section.emergency form").attr("action");
		page(this.own, further(number, "NOTE", "", "不列入（虚构）"), 422);

		EcoCase other = this.scene.openCase();
		this.flow.submitted(other.id());
		Actor stranger = this.scene.staffOf(other.park().unitId(), ShippedKinds.PARK);
		page(stranger, get(this.address), 403);
		page(stranger, first("2019-11-30T22:15", "OPEN", HAPPENED), 403);
		assertThat(page(this.scene.office(), get("/cases/" + other.id()), 200).select(".file-note")).isEmpty();
	}

	/** The departments of the area report as well, of their own area alone. */
	@Test
	void isReportedByTheDepartmentsOfItsArea() throws Exception {
		Actor department = department("320000");
		page(department, first("2019-11-30T22:15", "OPEN", HAPPENED), 302);

		assertThat(page(this.own, get(this.address), 200).select(".file-note").text()).contains(HAPPENED);
		page(department("370000"), first("2019-11-30T22:15", "OPEN", HAPPENED), 403);
		page(department("370000"), get(this.address), 403);
	}

	/** Whoever examines the park by its plan or its figures is told nothing of it. */
	@Test
	void isNotReadByWhoOnlyExamines() throws Exception {
		page(this.own, first("2019-11-30T22:15", "OPEN", HAPPENED), 302);
		Actor expert = this.scene.staffOf("EXPERTS", ShippedKinds.EXPERT_POOL);
		this.parties.addPerson(this.ecoCase.id(), "EXPERT", expert.personId(), this.ecoCase.openedAt());
		Actor technical = this.scene.staffOf("CRAES", ShippedKinds.TECHNICAL_UNIT);

		for (Actor examiner : List.of(expert, technical)) {
			assertThat(page(examiner, get("/cases/" + this.ecoCase.id()), 200).text())
				.contains(this.ecoCase.park().name())
				.doesNotContain(HAPPENED);
			assertThat(this.reports.of(this.ecoCase.park().id(), examiner)).isEmpty();
		}
		assertThat(page(department("320000"), get("/cases/" + this.ecoCase.id()), 200).text()).contains(HAPPENED);
	}

	/** What is reported after a note waits for another one. */
	@Test
	void waitsForTheOfficeAgainOnceMoreIsReported() throws Exception {
		page(this.own, first("2019-11-30T22:15", "OPEN", HAPPENED), 302);
		String number = page(this.own, get(this.address), 200).select("section.emergency form").attr("action");
		page(this.scene.office(), further(number, "NOTE", "", "持续关注（虚构）"), 302);
		assertThat(noted(this.scene.office())).doesNotContain(this.ecoCase.park().name());

		page(this.own, further(number, "FURTHER", "LARGER", "下游水质超标（虚构）"), 302);

		assertThat(noted(this.scene.office())).contains(this.ecoCase.park().name());
	}

	private Actor department(String province) {
		Actor staff = this.scene.staffOf(province + "-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY);
		return new Actor(staff.personId(), staff.name(), staff.unitId(), staff.unitKind(), province, staff.roles());
	}

	private String noted(Actor reader) throws Exception {
		return page(reader, get("/desk"), 200).select(".desk-notes").text();
	}

	private MockHttpServletRequestBuilder first(String occurred, String level, String text) {
		return post(this.address).param("occurred", occurred)
			.param("level", level)
			.param("text", text)
			.param("measures", "关闭阀门（虚构）");
	}

	private static MockHttpServletRequestBuilder further(String address, String kind, String level, String text) {
		return post(address).param("kind", kind).param("level", level).param("text", text).param("measures", "");
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		MvcResult result = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn();
		String body = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(result.getResponse().getStatus()).as(body).isEqualTo(status);
		return Jsoup.parse(body);
	}

}
