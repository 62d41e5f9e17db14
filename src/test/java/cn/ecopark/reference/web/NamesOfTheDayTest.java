package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.ReleasedWithoutEngine;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.OtherWords;
import cn.ecopark.web.Masthead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What stands over and below the pages is called as it is on the day of the cases. */
@SpringBootTest
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(
		properties = { "camunda.bpm.job-execution.enabled=false", "spring.application.name=names-of-the-day" })
class NamesOfTheDayTest {

	private static final String OLD_TITLE = "生态文明建设示范区（生态工业园区）";

	private static final String NEW_TITLE = "某某示范园（试验）";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Masthead masthead;

	@Autowired
	private CaseTime time;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationContext context;

	@Test
	@Order(1)
	void namesTitleAndOfficeOfTheDay() throws Exception {
		new TestReleases(this.context).administrator("甲");

		Document portal = page("/notices", "zh-CN");

		assertThat(portal.select(".brand-name").text()).isEqualTo(OLD_TITLE);
		assertThat(portal.title()).endsWith(OLD_TITLE);
		assertThat(portal.select(".foot").text()).isEqualTo("主办：国家生态工业示范园区建设协调领导小组办公室");
		assertThat(page("/sign-in", "zh-CN").select("main").text()).contains(OLD_TITLE + "审批系统");
		assertThat(page("/verify", "zh-CN").select(".lead").text()).contains(OLD_TITLE);
		assertThat(page("/notices", "en").select(".brand-name").text())
			.isEqualTo("Demonstration Area of Ecological Civilisation (Eco-Industrial Park)");
	}

	@Test
	@Order(2)
	void keepsThemSoThatNoPageAsksForThem() {
		assertThat(this.masthead.title(Locale.SIMPLIFIED_CHINESE)).contains(OLD_TITLE);
		changeWithoutTelling();

		assertThat(this.masthead.title(Locale.SIMPLIFIED_CHINESE)).contains(OLD_TITLE);
	}

	@Test
	@Order(3)
	void goesOnWithoutATitleWhereNobodyHasSaidIt() throws Exception {
		ReleasedWithoutEngine.release(this.jdbc, OtherWords.PACK, OtherWords.files());
		moveTo(OtherWords.VALID_FROM);

		assertThat(this.masthead.title(Locale.SIMPLIFIED_CHINESE)).isEmpty();
		Document portal = page("/notices", "zh-CN");
		assertThat(portal.select(".brand-name").text()).isEqualTo("生态工业园区");
		assertThat(portal.select(".foot").text()).isEqualTo("主办：生态工业园区建设协调机制办公室");
	}

	@Test
	@Order(4)
	void takesTheTitleOfThePackInForceOnAnotherDay() throws Exception {
		this.jdbc.sql("""
				INSERT INTO regime_title (pack, valid_from, zh, en, source, confirmed)
				VALUES (:pack, :from, :zh, 'Some park', '测试', TRUE)
				""")
			.param("pack", OtherWords.PACK)
			.param("from", OtherWords.VALID_FROM)
			.param("zh", NEW_TITLE)
			.update();
		moveTo(OtherWords.VALID_FROM.plusDays(1));

		assertThat(page("/notices", "zh-CN").select(".brand-name").text()).isEqualTo(NEW_TITLE);
		assertThat(page("/notices", "en").select(".brand-name").text()).isEqualTo("Some park");
	}

	private void moveTo(LocalDate day) {
		this.time.moveTo(day.atTime(9, 0).atZone(CaseTime.ZONE).toInstant());
	}

	private Document page(String address, String language) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).param("lang", language))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	/** Without the triggers, by which the nodes would hear of it at any moment. */
	private void changeWithoutTelling() {
		this.jdbc.sql("""
				UPDATE regime_title SET zh = '改了'
				FROM (SELECT set_config('session_replication_role', 'replica', true)) AS quiet
				WHERE pack = '2015-167' AND zh = :zh
				""").param("zh", OLD_TITLE).update();
	}

}
