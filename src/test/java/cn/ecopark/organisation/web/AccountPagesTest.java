package cn.ecopark.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.organisation.OpenWork;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.web.AccountPagesTest.Claims;
import cn.ecopark.organisation.web.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What becomes of accounts: by two, with history, and by their holders. */
@ModuleTest
@Import(Claims.class)
class AccountPagesTest {

	private static final String PASSWORD = "demo-only-2018";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	@Autowired
	MockMvc mvc;

	@Autowired
	InventedPeople invented;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	FakeWork work;

	private String name = "";

	@TestConfiguration
	static class Claims {

		@Bean
		FakeWork fakeWork() {
			return new FakeWork();
		}

	}

	/** Somebody has claimed a task. */
	static class FakeWork implements OpenWork {

		long person;

		@Nullable Long colleague;

		boolean givenUp;

		Set<String> waiting = Set.of();

		List<Signing> signing = List.of();

		@Override
		public List<Held> of(long personId) {
			return (personId == this.person)
					? List.of(new Held("审查申报材料", "甲园区", true), new Held("形成论证意见", "乙园区", false)) : List.of();
		}

		@Override
		public List<Signing> waitingSignatures() {
			return this.signing;
		}

		@Override
		public Set<String> waitingUnits() {
			return this.waiting;
		}

		@Override
		public void giveUp(long personId, @Nullable Long to, Actor by) {
			if (personId == this.person) {
				this.colleague = to;
				this.givenUp = true;
			}
		}

	}

	@BeforeEach
	void thereIsAnOfficial() {
		Browser.peopleAre(this.invented, PASSWORD);
		this.name = "official" + NUMBER.incrementAndGet();
		this.invented.add(List.of(new NewPerson(this.name, "冯一", "MOFCOM", Set.of(MemberRole.STAFF))), PASSWORD);
		this.work.person = 0;
		this.work.colleague = null;
		this.work.givenUp = false;
		this.work.waiting = Set.of();
	}

	/**
	 * Whoever closes the last account of a unit with tasks is told, and goes on being
	 * told.
	 */
	@Test
	void tellsOfUnitsInWhichNobodyCouldDoWhatWaits() throws Exception {
		this.invented.add(List.of(new NewPerson("t" + this.name, "唯一经办", "CRAES", Set.of(MemberRole.STAFF))), PASSWORD);
		this.work.waiting = Set.of("CRAES", "MOFCOM");
		long last = idOf("t" + this.name);
		assertThat(Jsoup.parse(open("/admin/people", "security").text()).text()).doesNotContain("没有可以办理的人员");
		assertThat(Jsoup.parse(open("/admin/people/" + id() + "/close", "security").text()).text())
			.doesNotContain("没有人可以办理");
		String close = "/admin/people/" + last + "/close";
		Page page = open(close, "security");
		assertThat(Jsoup.parse(page.text()).text()).contains("停用后，中国环境科学研究院的待办任务没有人可以办理");

		page(page.post(close).param("reason", "退休（虚构）"), 302);

		assertThat(Jsoup.parse(open("/admin/people", "security").text()).text()).contains("中国环境科学研究院有待办任务，但没有可以办理的人员");
	}

	@Test
	void resetsAnOfficialsPasswordByTwoWhoHandOverOneHalfEachAndTellsHim() throws Exception {
		Cookie official = signIn(this.name);
		Page asked = open("/admin/people", "security");
		Document first = page(asked.post("/admin/people/" + id() + "/code"), 200);
		String half = first.select("strong.code").text();
		assertThat(first.select("form[action$=/confirm]")).isEmpty();
		assertThat(browser().open("/account", official).text()).contains("冯一");
		String request = requestId();
		page(asked.post("/admin/people/codes/" + request + "/confirm"), 403);

		Page confirming = open("/admin/people", "security2");
		Document second = page(confirming.post("/admin/people/codes/" + request + "/confirm"), 200);
		String other = second.select("strong.code").text();

		assertThat(this.mvc.perform(get("/account").cookie(official)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
		page(confirming.post("/admin/people/codes/" + request + "/confirm"), 409);
		assertThat(setsPassword(other)).isEqualTo(422);
		assertThat(setsPassword(half)).isEqualTo(422);
		assertThat(setsPassword(other + half)).isEqualTo(422);
		assertThat(setsPassword(half + "-" + other)).isEqualTo(302);
		Cookie again = browser().signIn(this.name, "Green-Park-88");
		Page told = browser().open("/account", again);
		String line = Jsoup.parse(told.text()).select(".told").text();
		assertThat(line).contains("您的口令于", "由王五申请、郑十确认重置");
		page(told.post("/account/seen")
			.param("change", Jsoup.parse(told.text()).select(".told input[name=change]").val()), 302);
		assertThat(Jsoup.parse(browser().open("/account", again).text()).select(".told")).isEmpty();
	}

	@Test
	void keepsThePasswordWhenTheSecondRefuses() throws Exception {
		page(open("/admin/people", "security").post("/admin/people/" + id() + "/code"), 200);

		page(open("/admin/people", "security2").post("/admin/people/codes/" + requestId() + "/refuse"), 302);

		signIn(this.name);
		assertThat(this.jdbc.sql("SELECT state FROM code_request WHERE person_id = :id")
			.param("id", id())
			.query(String.class)
			.single()).isEqualTo("DENIED");
	}

	@Test
	void letsOneAdministratorOpenTheAccountOfAPark() throws Exception {
		this.jdbc.sql("INSERT INTO unit (id, kind) VALUES ('PARK-' || :name, 'PARK')")
			.param("name", this.name)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO unit_name (unit_id, name, short_name, source, confirmed) VALUES ('PARK-' || :name, '甲管委会', '甲', '虚构', FALSE)""")
			.param("name", this.name)
			.update();
		this.jdbc.sql("UPDATE membership SET unit_id = 'PARK-' || :name WHERE person_id = :id")
			.param("name", this.name)
			.param("id", id())
			.update();

		assertThat(page(open("/admin/people", "security").post("/admin/people/" + id() + "/code"), 200)
			.select("strong.code")
			.text()).matches("([A-Z2-9]{5}-){3}[A-Z2-9]{5}");
	}

	@Test
	void changesAPersonWithHistoryAndEndsThePasswordOfWhoeverGetsMore() throws Exception {
		Cookie before = signIn(this.name);
		Page page = open("/admin/people/" + id(), "security");
		this.work.person = id();

		page(changed(page, "冯一一", "MEE", "SUPERVISOR").param("reason", "任职文件（虚构）"), 302);

		Person person = this.people.get(id());
		assertThat(person.displayName()).isEqualTo("冯一一");
		assertThat(person.memberships()).containsExactly(new Membership("MEE", MemberRole.SUPERVISOR));
		assertThat(this.work.givenUp).isTrue();
		assertThat(this.jdbc.sql("SELECT valid_to FROM membership WHERE person_id = :id AND unit_id = 'MOFCOM'")
			.param("id", id())
			.query(LocalDate.class)
			.single()).isEqualTo(LocalDate.now());
		assertThat(this.mvc.perform(get("/account").cookie(before)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
		assertThat(signInFails(this.name)).isTrue();
		assertThat(Jsoup.parse(open("/admin/people/" + id(), "security").text()).text()).contains("冯一，", "经办人 → 冯一一",
				"负责人", "任职文件（虚构）", "王五");
		page(changed(page, "冯二", "MEE", "SUPERVISOR").param("reason", "旧页面"), 409);
	}

	@Test
	void leavesThePasswordOfWhoeverGetsNoMore() throws Exception {
		page(changed(open("/admin/people/" + id(), "security"), "冯改名", "MOFCOM", "STAFF").param("reason", "改名"), 302);

		signIn(this.name);
	}

	@Test
	void saysAtItsFieldWhatCannotStandAndKeepsWhatWasTyped() throws Exception {
		Page page = open("/admin/people/" + id(), "security");

		Document wrong = page(changed(page, "冯三", "MOFCOM", "STAFF"), 422);
		assertThat(wrong.select("#reason-error").text()).contains("请填写原因");
		assertThat(wrong.select("#name").val()).isEqualTo("冯三");
		assertThat(
				page(changed(page, "冯三", "MOFCOM", "AUDITOR").param("reason", "x"), 422).select("#role-error").text())
			.contains("不属于该单位");
		assertThat(page(
				changed(page, "冯三", "ADMINISTRATION", "AUDITOR").param("role", "SYSTEM_ADMIN").param("reason", "x"),
				422)
			.select("#role-error")
			.text()).contains("不得兼任");
		long self = idOf("security");
		assertThat(page(open("/admin/people/" + self, "security").post("/admin/people/" + self)
			.param("name", "王五")
			.param("unit", "ADMINISTRATION")
			.param("role", "AUDITOR")
			.param("reason", "x")
			.param("version", "0"), 422).select("#role-error").text()).isNotEmpty();
	}

	@Test
	void asksBeforeClosingAndNeedsToKnowWhoTakesOver() throws Exception {
		this.invented.add(List.of(new NewPerson("c" + this.name, "褚二", "MOFCOM", Set.of(MemberRole.STAFF))), PASSWORD);
		this.work.person = id();
		String close = "/admin/people/" + id() + "/close";
		Page page = open(close, "security");
		assertThat(Jsoup.parse(page.text()).text()).contains("审查申报材料", "甲园区", "形成论证意见", "褚二");

		Document wrong = page(page.post(close).param("reason", "调离"), 422);
		assertThat(wrong.select("#to-error").text()).contains("由谁接手");
		assertThat(wrong.select("#reason").val()).isEqualTo("调离");
		page(page.post(close).param("reason", "调离").param("to", Long.toString(idOf("security"))), 422);
		page(page.post(close).param("reason", "调离").param("to", "nobody"), 422);
		page(page.post(close).param("to", "unit"), 422);
		assertThat(this.people.get(id()).active()).isTrue();
		assertThat(this.work.givenUp).isFalse();

		page(page.post(close).param("reason", "调离").param("to", Long.toString(idOf("c" + this.name))), 302);

		assertThat(this.people.get(id()).active()).isFalse();
		assertThat(this.work.colleague).isEqualTo(idOf("c" + this.name));
		Page closed = open("/admin/people/" + id(), "security");
		assertThat(closed.text()).contains("调离", "停用");
		page(closed.post("/admin/people/" + id() + "/reopen"), 302);
		signIn(this.name);
	}

	@Test
	void tellsUnitsWithoutASupervisor() throws Exception {
		assertThat(Jsoup.parse(open("/admin/people", "security").text()).select(".gaps").text()).contains("商务部");

		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, 'MOFCOM', 'SUPERVISOR')")
			.param("id", id())
			.update();

		assertThat(Jsoup.parse(open("/admin/people", "security").text()).select(".gaps").text()).doesNotContain("商务部");
	}

	@Test
	void changesTheOwnPasswordOnlyKnowingTheOldOneAndEndsOtherSessions() throws Exception {
		Cookie other = signIn(this.name);
		Page page = browser().open("/account", signIn(this.name));

		assertThat(changing(page, "wrong", "Green-Park-88", "Green-Park-88", 422).select("#old-error").text())
			.contains("原密码不正确");
		assertThat(changing(page, PASSWORD, "Password12", "Password12", 422).select("#password-error").text())
			.contains("最先被猜测");
		assertThat(changing(page, PASSWORD, "Green-Park-88", "Green-Park-89", 422).select("#repeated-error").text())
			.contains("不一致");
		assertThat(changing(page, PASSWORD, PASSWORD, PASSWORD, 422).select("#password-error").text()).contains("原密码");
		changing(page, PASSWORD, "Green-Park-88", "Green-Park-88", 302);

		assertThat(this.mvc.perform(get("/account").cookie(page.session())).andReturn().getResponse().getStatus())
			.isEqualTo(200);
		assertThat(this.mvc.perform(get("/account").cookie(other)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
		assertThat(signInFails(this.name)).isTrue();
	}

	@Test
	void listsTheOwnSessionsAndEndsThemButNobodyElses() throws Exception {
		Cookie other = signIn(this.name);
		Cookie present = signIn(this.name);
		Page page = browser().open("/account", present);
		Document shown = Jsoup.parse(page.text());
		assertThat(shown.text()).contains("本次会话", "上次登录");
		assertThat(page.text()).doesNotContain(present.getValue(), other.getValue());
		String key = shown.select("form[action$=/sessions/end] input[name=key]").first().val();

		Page stranger = browser().open("/account", signIn("office.one"));
		page(stranger.post("/account/sessions/end").param("key", key), 302);
		assertThat(this.mvc.perform(get("/account").cookie(other)).andReturn().getResponse().getStatus())
			.isEqualTo(200);
		page(page.post("/account/sessions/end").param("key", key), 302);

		assertThat(this.mvc.perform(get("/account").cookie(other)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
		assertThat(this.mvc.perform(get("/account").cookie(present)).andReturn().getResponse().getStatus())
			.isEqualTo(200);
	}

	@Test
	void isClosedToWhoeverIsNoSecurityAdministrator() throws Exception {
		for (String path : List.of("/admin/people/new", "/admin/people/" + id(), "/admin/people/" + id() + "/close")) {
			for (String who : List.of("office.one", "auditor")) {
				assertThat(this.mvc.perform(get(path).cookie(signIn(who))).andReturn().getResponse().getStatus())
					.isEqualTo(403);
			}
		}
		assertThat(this.mvc.perform(get("/account")).andReturn().getResponse().getStatus()).isEqualTo(302);
		assertThat(open("/admin/people/new?lang=en", "security").text()).contains("has to be confirmed by another");
	}

	private Document changing(Page page, String old, String password, String repeated, int status) throws Exception {
		return page(page.post("/account/password")
			.param("old", old)
			.param("password", password)
			.param("repeated", repeated), status);
	}

	private MockHttpServletRequestBuilder changed(Page page, String display, String unit, String role) {
		return page.post("/admin/people/" + id())
			.param("name", display)
			.param("unit", unit)
			.param("role", role)
			.param("version", Jsoup.parse(page.text()).select("input[name=version]").val());
	}

	private int setsPassword(String code) throws Exception {
		this.jdbc.sql("DELETE FROM sign_in_throttle").update();
		return this.mvc
			.perform(browser().open("/sign-in/code", null)
				.post("/sign-in/code")
				.param("username", this.name)
				.param("code", code)
				.param("password", "Green-Park-88")
				.param("repeated", "Green-Park-88"))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private boolean signInFails(String user) throws Exception {
		Page form = browser().open("/sign-in", null);
		return "/sign-in"
			.equals(this.mvc.perform(form.post("/sign-in").param("username", user).param("password", PASSWORD))
				.andReturn()
				.getResponse()
				.getRedirectedUrl());
	}

	private String requestId() {
		return this.jdbc.sql("SELECT id FROM code_request WHERE person_id = :id AND state = 'OPEN'")
			.param("id", id())
			.query(String.class)
			.single();
	}

	private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
		MvcResult result = this.mvc.perform(request).andReturn();
		assertThat(result.getResponse().getStatus()).isEqualTo(status);
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private Page open(String path, String user) throws Exception {
		return browser().open(path, signIn(user));
	}

	private Cookie signIn(String user) throws Exception {
		return browser().signIn(user, PASSWORD);
	}

	private long id() {
		return idOf(this.name);
	}

	private long idOf(String user) {
		return this.people.bySignInName(user).map(Person::id).orElseThrow();
	}

	private Browser browser() {
		return new Browser(this.mvc);
	}

}
