package cn.ecopark.reference.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.City;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What administrators say of what goes by the day, and what they are told of bad input.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=reference-controller" })
class ReferenceControllerTest {

	private static final String PACK = "2015-167";

	private static final List<String> FORMS = List.of("kinds", "cities", "units");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReferenceData reference;

	@Autowired
	private Units units;

	@Test
	void showsWhatHoldsWhen() throws Exception {
		Document page = page(administrator(), get("/admin/reference"), 200);

		assertThat(page.text()).contains("联合决定的部门", "生态环境部、商务部、科学技术部", "2023年2月28日", "技术支持单位（复查）", "生态文明建设示范区（生态工业园区）",
				"待核对");
		assertThat(page.select("option[value=320000-ECOLOGY]")).hasSize(1);
		assertThat(page(administrator(), get("/admin/reference?lang=en"), 200).text())
			.contains("Bodies of joint decisions", "until further notice");
	}

	@Test
	void letsOnlySystemAdministratorsIn() throws Exception {
		Actor office = new Actor(1, "经办", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.SUPERVISOR));

		page(office, get("/admin/reference"), 403);
		page(office, get("/admin/reference/parties").param("of", PACK), 403);
		page(office, said("parties/begin", PACK), 403);
		page(administrator(), get("/admin/reference/parties").param("of", "2099-1"), 404);
		page(administrator(), get("/admin/reference/unit-name").param("of", "NOBODY"), 404);
		page(administrator(), get("/admin/reference/nonsense").param("of", PACK), 404);
	}

	@Test
	void changesWhoDecidesFromADayOnAndTakesItBack() throws Exception {
		Actor admin = administrator();
		LocalDate day = LocalDate.now().plusYears(1);

		page(admin, said("parties/begin", PACK).param("word", "MEE", "", "MIIT").param("from", day.toString()), 302);

		assertThat(this.reference.partiesOn(PACK, day.minusDays(1))).containsExactly("MEE", "MOFCOM", "MIIT");
		assertThat(this.reference.partiesOn(PACK, day)).containsExactly("MEE", "MIIT");
		Document page = page(admin, get("/admin/reference/parties").param("of", PACK), 200);
		assertThat(page.text()).contains("生态环境部、工业和信息化部", "未到", "修改记录", admin.name(), "机构改革方案", "测试修改");
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'reference.changed'")
			.query(Integer.class)
			.single()).isPositive();

		String id = page.select(".reference-entry:has(button[formaction]) input[name=id]").val();
		String seen = page.select("input[name=seen]").first().val();
		page(admin, said("parties/cancel", PACK, id, UUID.randomUUID().toString(), Long.parseLong(seen)), 302);
		assertThat(this.reference.partiesOn(PACK, day)).containsExactly("MEE", "MOFCOM", "MIIT");
	}

	@Test
	void tellsWhatIsWrongAtItsFieldAndKeepsWhatWasTyped() throws Exception {
		Actor admin = administrator();

		wrong(admin, "2026-02-30", "from-0", "不是有效日期");
		wrong(admin, "20260-01-01", "from-0", "不是有效日期");
		wrong(admin, "1066-10-14", "from-0", "1949");
		wrong(admin, "", "from-0", "请填写起始日期");
		wrong(admin, "2015-12-16", "from-0", "已有条目自 2015-12-16 起生效");
		Document unknown = page(admin,
				said("technical-unit/begin", PACK + ":creation").param("word", "NOBODY").param("from", "2030-01-01"),
				422);
		assertThat(unknown.select(".field.wrong:has(#word0-0)").text()).contains("没有可以担任此项的单位");
		Document twice = page(admin,
				said("parties/begin", PACK).param("word", "MEE", "MEE").param("from", "2030-01-01"), 422);
		assertThat(twice.select(".field.wrong:has(#word1-0)").text()).contains("列了两次");
		Document nobody = page(admin, said("parties/begin", PACK).param("word", "", "").param("from", "2030-01-01"),
				422);
		assertThat(nobody.select(".field.wrong:has(#word0-0)").text()).contains("至少要有一个部门");
		assertThat(page(admin,
				post("/admin/reference/title/begin").param("of", PACK)
					.param("token", "t")
					.param("seen", "0")
					.param("id", "0")
					.param("word", "称号", "Title")
					.param("from", "2030-01-01")
					.param("source", "来源"),
				422)
			.select(".field.wrong:has(#reason-0)")
			.text()).contains("请写明理由");
	}

	private void wrong(Actor admin, String day, String field, String told) throws Exception {
		Document page = page(admin, said("title/begin", PACK).param("word", "某称号", "Some title").param("from", day),
				422);

		assertThat(page.select(".field.wrong:has(#" + field + ")").text()).contains(told);
		assertThat(page.select(".errors a[href=#" + field + "]").text()).contains(told);
		assertThat(page.select("#word0-0").val()).isEqualTo("某称号");
		assertThat(page.select("#from-0").val()).isEqualTo(day);
		assertThat(page.select("#source-0").val()).isEqualTo("机构改革方案");
		assertThat(page.select("#reason-0").text()).isEqualTo("测试修改");
	}

	@Test
	void putsDatesRightButNotWhatHasBeenSaid() throws Exception {
		Actor admin = administrator();
		String of = PACK + ":award";
		String id = page(admin, get("/admin/reference/technical-unit").param("of", of), 200).select("input[name=id]")
			.first()
			.val();

		Document refused = page(admin,
				said("technical-unit/correct", of, id).param("word", "NIES").param("from", "2015-12-16"), 422);
		assertThat(refused.select(".errors").text()).contains("已经生效");
		page(admin, said("technical-unit/correct", of, id).param("word", "CRAES").param("from", "2015-12-10"), 302);

		assertThat(this.reference.technicalUnitOn(PACK, "award", LocalDate.of(2015, 12, 10))).contains("CRAES");
		assertThat(this.reference.technicalUnitOn(PACK, "award", LocalDate.of(2015, 12, 9))).isEmpty();
	}

	@Test
	void takesADoubleClickForOneActAndRefusesWhoComesTooLate() throws Exception {
		Actor first = administrator();
		Actor second = new TestReleases(this.context).administrator("乙");
		String token = UUID.randomUUID().toString();

		for (int click = 0; click < 2; click++) {
			page(first, said("technical-unit/begin", PACK + ":recheck", "0", token, 0).param("word", "CRAES")
				.param("from", "2031-01-01"), 302);
		}
		Document late = page(second,
				said("technical-unit/begin", PACK + ":recheck").param("word", "CRAES").param("from", "2032-01-01"),
				409);

		assertThat(late.select(".errors").text()).contains("刚被他人更改");
		assertThat(late.select("#from-0").val()).isEqualTo("2032-01-01");
		assertThat(this.reference.technicalUnitOn(PACK, "recheck", LocalDate.of(2030, 12, 31))).contains("NIES");
		assertThat(this.reference.technicalUnitOn(PACK, "recheck", LocalDate.of(2031, 1, 1))).contains("CRAES");
	}

	@Test
	void renamesAUnitForGood() throws Exception {
		Actor admin = administrator();

		page(admin, said("unit-name/begin", "MOFCOM").param("word", "商务和贸易部", "商贸部").param("from", "2030-05-01"), 302);
		((InitializingBean) this.context.getBean("cn.ecopark.organisation.ReferenceUnits")).afterPropertiesSet();

		assertThat(this.units.nameOn("MOFCOM", LocalDate.of(2030, 4, 30))).isEqualTo("商务部");
		assertThat(this.units.nameOn("MOFCOM", LocalDate.of(2030, 5, 1))).isEqualTo("商务和贸易部");
		assertThat(this.units.shortNameOn("MOFCOM", LocalDate.of(2030, 5, 1))).isEqualTo("商贸部");
		assertThat(this.units.get("MOFCOM").names()).hasSize(2);
	}

	/** Otherwise nobody could bring it into force: the check asks for them. */
	@Test
	void letsThoseBeEnteredThatAPackWaitsFor() throws Exception {
		Actor admin = administrator();
		LocalDate day = LocalDate.of(2040, 1, 1);
		page(admin, get("/admin/reference/title").param("of", ThirdPack.ID), 404);
		new TestReleases(this.context).candidate(ThirdPack.ID, ThirdPack.files(), Origin.ADMINISTRATOR, null);

		assertThat(page(admin, get("/admin/reference"), 200).text()).contains("零碳循环园区试点方案（测试用，虚构）");
		page(admin, said("title/begin", ThirdPack.ID).param("word", "某称号", "Some title").param("from", "2040-01-01"),
				302);
		page(admin, said("parties/begin", ThirdPack.ID).param("word", "MEE", "MOFCOM", "MIIT", "MOST")
			.param("from", "2040-01-01"), 302);

		assertThat(this.reference.titleOn(ThirdPack.ID, day))
			.hasValueSatisfying(title -> assertThat(title.zh()).isEqualTo("某称号"));
		assertThat(this.reference.partiesOn(ThirdPack.ID, day)).containsExactly("MEE", "MOFCOM", "MIIT", "MOST");
		page(admin, said("title/begin", "2099-1").param("word", "某称号", "Some title").param("from", "2040-01-01"), 404);
	}

	/** Nobody is kept from the page by what cannot be read. */
	@Test
	void passesOverAWaitingReleaseThatCannotBeRead() throws Exception {
		new TestReleases(this.context).candidate("unreadable-test",
				PackFiles.of(Map.of("pack.yaml", "id: unreadable-test\n".getBytes(StandardCharsets.UTF_8))),
				Origin.ADMINISTRATOR, null);

		assertThat(page(administrator(), get("/admin/reference"), 200).text()).doesNotContain("unreadable-test");
		page(administrator(), get("/admin/reference/title").param("of", "unreadable-test"), 404);
	}

	@Test
	void entersAKindACityAndAUnitOfIt() throws Exception {
		Actor admin = administrator();

		page(admin, entered("kinds", 0, "CITY_INDUSTRY", "CITY", "市级工业和信息化部门", "City departments of industry"), 302);
		assertThat(this.units.isAt(UnitLevel.CITY, "CITY_INDUSTRY")).isTrue();
		page(admin, entered("cities", seen(admin), "320000", "320500", "苏州市", "苏州"), 302);
		page(admin, entered("units", seen(admin), "CITY_INDUSTRY", "320500", "", "苏州市工业和信息化局", "苏州工信局").param("from",
				"2019-01-10"), 302);
		page(admin, entered("units", seen(admin), "MINISTRY", "", "MOHURD", "住房和城乡建设部", "住建部"), 302);

		Unit unit = this.units.get("320500-INDUSTRY");
		assertThat(unit.kind().code()).isEqualTo("CITY_INDUSTRY");
		assertThat(unit.areaCode()).isEqualTo("320500");
		assertThat(unit.names()).singleElement()
			.satisfies(name -> assertThat(name.validFrom()).isEqualTo(LocalDate.of(2019, 1, 10)));
		assertThat(this.units.get("MOHURD").level()).isEqualTo(UnitLevel.MINISTRY);
		Document page = page(admin, get("/admin/reference/units"), 200);
		assertThat(page.text()).contains("市级工业和信息化部门", "苏州市 320500", "江苏省苏州市（320500）", "苏州市工业和信息化局（320500-INDUSTRY",
				"修改记录", admin.name(), "测试修改");
		assertThat(page(admin, get("/admin/reference"), 200).select("option[value=320500-INDUSTRY]")).hasSize(1);
		assertThat(this.jdbc.sql("SELECT count(*) FROM reference_change WHERE kind = 'UNITS' AND act = 'ENTERED'")
			.query(Integer.class)
			.single()).isEqualTo(4);

		refused(admin, entered("units", seen(admin), "CITY_INDUSTRY", "320500", "", "又一局", "又"), "word1-3", "已经登记");
		refused(admin, entered("units", seen(admin), "CITY_INDUSTRY", "320000", "", "某局", "某"), "word1-3", "须选择城市");
		refused(admin, entered("units", seen(admin), "PROVINCE_SCIENCE", "320500", "", "某局", "某"), "word1-3", "须选择省份");
		refused(admin, entered("units", seen(admin), "MINISTRY", "", "MEE", "某部", "某"), "word2-3", "已经登记");
		refused(admin, entered("units", seen(admin), "MINISTRY", "", "12", "某部", "某"), "word2-3", "不能作代码");
		refused(admin, entered("units", seen(admin), "PARK", "320000", "", "某园区", "某"), "word0-3", "请填写此项");
		refused(admin, entered("units", seen(admin), "OFFICE", "", "OFFICE2", "某办", "某"), "word0-3", "请填写此项");
		refused(admin, entered("kinds", seen(admin), "CITY_INDUSTRY", "PROVINCE", "某", "Some"), "word0-1", "已经登记");
		refused(admin, entered("kinds", seen(admin), "second office", "OFFICE", "某", "Some"), "word0-1", "不能作代码");
		refused(admin, entered("kinds", seen(admin), "SECOND_OFFICE", "OFFICE", "某", "Some"), "word1-1", "请填写此项");
		refused(admin, entered("cities", seen(admin), "330000", "320600", "南通市", "南通"), "word1-2", "不在浙江省");
		refused(admin, entered("cities", seen(admin), "320000", "320500", "苏州市", "苏州"), "word1-2", "已经登记");
		refused(admin, entered("cities", seen(admin), "320000", "3206", "南通市", "南通"), "word1-2", "六位数字");
	}

	@Test
	void letsNobodyElseEnterUnitsAndNobodyTwice() throws Exception {
		Actor office = new Actor(1, "经办", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.SUPERVISOR));
		page(office, get("/admin/reference/units"), 403);
		page(office, entered("kinds", 0, "PROVINCE_WATER", "PROVINCE", "省级水利部门", "Water"), 403);
		assertThat(this.units.kind("PROVINCE_WATER")).isEmpty();
		page(administrator(), said("units/begin", "all"), 404);

		Actor admin = administrator();
		long seen = seen(admin);
		UUID token = UUID.randomUUID();
		for (int click = 0; click < 2; click++) {
			page(admin, entered("kinds", seen, token, "PROVINCE_WATER", "PROVINCE", "省级水利部门", "Water"), 302);
		}
		Document late = page(admin, entered("kinds", seen, "PROVINCE_LAND", "PROVINCE", "省级自然资源部门", "Land"), 409);
		assertThat(late.select(".errors").text()).contains("刚被他人更改");
		assertThat(late.select("#word0-1").val()).isEqualTo("PROVINCE_LAND");
		assertThat(this.units.kind("PROVINCE_LAND")).isEmpty();
	}

	private void refused(Actor admin, MockHttpServletRequestBuilder request, String field, String told)
			throws Exception {
		Document page = page(admin, request, 422);
		assertThat(page.select(".field.wrong:has(#" + field + ")").text()).contains(told);
	}

	private long seen(Actor admin) throws Exception {
		return Long.parseLong(page(admin, get("/admin/reference/units"), 200).select("input[name=seen]").first().val());
	}

	private static MockHttpServletRequestBuilder entered(String what, long seen, String... words) {
		return entered(what, seen, UUID.randomUUID(), words);
	}

	private static MockHttpServletRequestBuilder entered(String what, long seen, UUID token, String... words) {
		return post("/admin/reference/units/" + what).param("id", String.valueOf(FORMS.indexOf(what) + 1))
			.param("token", token.toString())
			.param("seen", String.valueOf(seen))
			.param("word", words)
			.param("source", "机构改革方案")
			.param("reason", "测试修改");
	}

	private static MockHttpServletRequestBuilder said(String act, String of) {
		return said(act, of, "0");
	}

	private static MockHttpServletRequestBuilder said(String act, String of, String id) {
		return said(act, of, id, UUID.randomUUID().toString(), 0);
	}

	private static MockHttpServletRequestBuilder said(String act, String of, String id, String token, long seen) {
		return post("/admin/reference/" + act).param("of", of)
			.param("token", token)
			.param("seen", String.valueOf(seen))
			.param("id", id)
			.param("source", "机构改革方案")
			.param("reason", "测试修改");
	}

	private Actor administrator() {
		return new TestReleases(this.context).administrator("管理员");
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		var response = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

}
