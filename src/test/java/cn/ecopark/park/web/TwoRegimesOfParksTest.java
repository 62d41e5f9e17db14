package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.ModuleTest;
import cn.ecopark.ReleasedWithoutEngine;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;
import cn.ecopark.rulepack.OtherWords;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Two packs side by side: each park is called what the pack calls it that it is under.
 */
@ModuleTest
@TestPropertySource(properties = "spring.application.name=two-regimes-of-parks")
class TwoRegimesOfParksTest {

	private static final LocalDate BEFORE = LocalDate.of(2019, 7, 5);

	private static final LocalDate AFTER = LocalDate.of(2026, 6, 1);

	@Autowired
	MockMvc mvc;

	@Autowired
	Parks parks;

	@BeforeAll
	static void twoPacks(@Autowired JdbcClient jdbc) {
		ReleasedWithoutEngine.release(jdbc, OtherWords.PACK, OtherWords.files());
	}

	@Test
	void callsAParkUnderConstructionByItsOwnPack() throws Exception {
		Park old = built("旧办法在建园区", ShippedPacks.FIRST, BEFORE);
		Park later = built("新办法在建园区", OtherWords.RELEASE, AFTER);

		Document list = page("/parks?q=办法在建", "zh-CN");

		assertThat(row(list, old)).contains("建设中").doesNotContain("创建中");
		assertThat(row(list, later)).contains("创建中").doesNotContain("建设中");
		assertThat(row(page("/parks?q=办法在建", "en"), later)).contains("Under creation");
		assertThat(heading(old)).isEqualTo("建设中");
		assertThat(heading(later)).isEqualTo("创建中");
		assertThat(events(old)).containsExactly("已批准建设");
		assertThat(events(later)).containsExactly("已启动创建");
	}

	@Test
	void callsAParkDecidedOnPaperByThePackOfThatDay() throws Exception {
		Park before = onPaper("纸质早先园区", "2013-04-18");
		Park first = onPaper("纸质旧办法园区", "2019");
		Park second = onPaper("纸质新办法园区", "2026-04");
		Park unknown = onPaper("纸质不详园区", null);

		assertThat(List.of(heading(before), heading(first), heading(second), heading(unknown))).containsExactly("建设中",
				"建设中", "创建中", "建设中");
		assertThat(List.of(events(before), events(first), events(second), events(unknown)))
			.containsExactly(List.of("进入建设"), List.of("已批准建设"), List.of("已启动创建"), List.of("进入建设"));
	}

	@Test
	void callsWhatAParkHasLeftByThePackByWhichItLeft() throws Exception {
		Park old = built("旧办法除名园区", ShippedPacks.FIRST, BEFORE);
		Park later = built("跨办法退出园区", ShippedPacks.FIRST, BEFORE);
		this.parks.recordExit(old.id(), ShippedPacks.FIRST, BEFORE.plusYears(1), "环科财〔2020〕8号", AFTER);
		this.parks.recordExit(later.id(), OtherWords.RELEASE, AFTER, "环科财〔2026〕8号", AFTER.plusYears(1));

		assertThat(heading(old)).isEqualTo("已除名");
		assertThat(heading(later)).isEqualTo("已退出创建");
		assertThat(events(later)).containsExactly("已退出创建", "已批准建设");
	}

	@Test
	void countsAndFiltersByTheWordsOfBothPacks() throws Exception {
		built("两种叫法园区", OtherWords.RELEASE, AFTER);

		Document list = page("/parks", "zh-CN");

		assertThat(list.select("select[name=status] option").eachText()).contains("意向", "建设中 / 创建中", "已命名",
				"已除名 / 已退出创建");
		assertThat(list.select("ul.numbers li span").eachText()).contains("建设中 / 创建中");
		assertThat(page("/parks", "en").select("select[name=status] option").eachText())
			.contains("Under construction / Under creation", "Named");
	}

	private Park built(String name, ReleaseId under, LocalDate on) {
		Park park = register(name);
		return this.parks.recordApproval(park.id(), under, on, "环发〔" + on.getYear() + "〕" + park.id() + "号",
				"HJ 274-2015");
	}

	private Park onPaper(String name, @Nullable String day) {
		return this.parks.recordPastDecision(register(name).id(), new PastDecision(LifeStatus.UNDER_CONSTRUCTION,
				KnownDate.orNull(day), null, null, null, null, null, "测试"));
	}

	private Park register(String name) {
		return this.parks.register(new NewPark(name, ParkKind.COMPREHENSIVE, "省级开发区", "320000"));
	}

	private String heading(Park park) throws Exception {
		return page("/parks/" + park.id(), "zh-CN").select(".page-head .tag").text();
	}

	private List<String> events(Park park) throws Exception {
		return page("/parks/" + park.id(), "zh-CN").select(".time-title").eachText();
	}

	private static String row(Document list, Park park) {
		return list.select("tbody tr:has(a[href=/parks/" + park.id() + "])").text();
	}

	private Document page(String address, String language) throws Exception {
		Actor office = new Actor(1, "某人", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
		return Jsoup.parse(this.mvc
			.perform(get(address).param("lang", language).with(authentication(new ActorAuthentication(office))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
