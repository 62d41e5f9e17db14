package cn.ecopark.casefile.web;

import java.time.LocalDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.ReleasedWithoutEngine;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;
import cn.ecopark.park.RecheckResult;
import cn.ecopark.rulepack.OtherWords;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;

import static cn.ecopark.casefile.web.CaseTroupe.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * What comes round is called what its own pack calls it, and what comes next by today's.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import(CaseTroupe.class)
@TestPropertySource(
		properties = { "camunda.bpm.job-execution.enabled=false", "spring.application.name=two-regimes-of-cases" })
class TwoRegimesOfCasesTest {

	private static final LocalDate BEFORE = LocalDate.of(2019, 7, 5);

	private static final LocalDate AFTER = LocalDate.of(2026, 6, 1);

	@Autowired
	private CaseTroupe troupe;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Parks parks;

	@BeforeAll
	static void twoPacks(@Autowired JdbcClient jdbc, @Autowired CaseTime time) {
		ReleasedWithoutEngine.release(jdbc, OtherWords.PACK, OtherWords.files());
		time.moveTo(AFTER.plusMonths(1).atStartOfDay(CaseTime.ZONE).toInstant());
	}

	@Test
	void beginsARoundByTheNameThatItHasToday() throws Exception {
		this.troupe.aNamedPark("2026-06-01");

		Document round = page("/rechecks", "zh-CN");

		assertThat(round.select("h1").text()).isEqualTo("启动绩效评价");
		assertThat(round.select("main").text()).doesNotContain("复查");
		assertThat(page("/rechecks", "en").select("h1").text()).isEqualTo("Begin: Performance evaluation");
		assertThat(page("/cases", "zh-CN").select(".page-actions a").text()).isEqualTo("启动绩效评价");
	}

	@Test
	void filtersCasesByTheNamesOfBothPacks() throws Exception {
		assertThat(page("/cases", "zh-CN").select("select[name=kind] option").eachText()).contains("复查 / 绩效评价");
	}

	@Test
	void tellsOfARecheckByItsOwnPackAndOfTheNextByThePackOfToday() throws Exception {
		Park park = named();
		this.parks.recordRecheck(park.id(), LocalDate.of(2022, 11, 30), "环科财〔2022〕40号", null, good(ShippedPacks.FIRST));
		this.parks.recordRecheck(park.id(), AFTER, "环科财〔2026〕40号", null, good(OtherWords.RELEASE));

		Document page = page("/parks/" + park.id(), "zh-CN");

		assertThat(page.select(".time-title").eachText()).containsExactly("绩效评价：良好", "复查：良好", "已命名", "已批准建设");
		assertThat(page.select("dt").eachText()).contains("绩效评价到期").doesNotContain("复查到期");
	}

	@Test
	void drawsTheLifeOfAParkByThePackThatItIsUnder() throws Exception {
		Park prospect = this.troupe.aPark("320000");
		Park old = this.troupe.aPark("320000");
		this.parks.recordApproval(old.id(), ShippedPacks.FIRST, BEFORE, "环发〔2019〕" + old.id() + "号", "HJ 274-2015");
		Park later = this.troupe.aPark("320000");
		this.parks.recordApproval(later.id(), OtherWords.RELEASE, AFTER, "环发〔2026〕" + later.id() + "号", "HJ 274-2015");
		Park onPaper = this.troupe.aPark("320000");
		this.parks.recordPastDecision(onPaper.id(), new PastDecision(LifeStatus.UNDER_CONSTRUCTION,
				new KnownDate("2013-04-18"), null, null, null, null, null, "测试"));

		assertThat(life(prospect)).contains("同意启动").doesNotContain("批准建设");
		assertThat(life(old)).contains("批准建设", "2019年7月5日起").doesNotContain("同意启动");
		assertThat(life(later)).contains("同意启动", "2026年6月1日起").doesNotContain("批准建设");
		assertThat(life(onPaper)).as("decided on before all packs").contains("批准建设", "2013年4月18日起");
	}

	private Park named() {
		Park park = this.troupe.aPark("320000");
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, BEFORE.minusYears(3), "环发〔2016〕" + park.id() + "号",
				"HJ 274-2015");
		return this.parks.recordNaming(park.id(), ShippedPacks.FIRST, BEFORE, "环科财〔2019〕" + park.id() + "号",
				"国家生态工业示范园区", 3);
	}

	private static RecheckResult good(ReleaseId release) {
		return new RecheckResult(release, "GOOD", "PASSED", true, LocalDate.of(2029, 7, 5));
	}

	private String life(Park park) throws Exception {
		return page("/parks/" + park.id(), "zh-CN").select(".life").text();
	}

	private Document page(String address, String language) throws Exception {
		Actor office = this.troupe.office();
		return Jsoup.parse(this.mvc.perform(get(address).param("lang", language).with(as(office)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
