package cn.ecopark.organisation.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.web.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
class SignInPageTest {

	private static final String PASSWORD = "demo-only-2018";

	@Autowired
	MockMvc mvc;

	@Autowired
	InventedPeople invented;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	/** Tests that do without the token of a page leave one of theirs in the filter. */
	@BeforeEach
	void tokensAreThoseOfPages(@Autowired WebApplicationContext context, @Autowired SignInForm form) {
		WebTestUtils.setCsrfTokenRepository(new MockHttpServletRequest(context.getServletContext()), form.tokens());
	}

	@BeforeEach
	void thereAreOfficialsAndAdministrators() {
		Browser.peopleAre(this.invented, PASSWORD);
	}

	@Test
	void signsInWithANewSessionAndOutAgain() throws Exception {
		Page form = browser().open("/sign-in", null);
		MvcResult signedIn = this.mvc
			.perform(form.post("/sign-in").param("username", "security").param("password", PASSWORD))
			.andExpect(redirectedUrl("/admin/people"))
			.andReturn();
		Cookie session = Browser.sessionOf(signedIn);
		assertThat(form.session()).as("a session before anybody has signed in").isNull();
		assertThat(signedIn.getResponse().getHeaders("Set-Cookie")).filteredOn((set) -> set.startsWith("SESSION"))
			.allMatch((set) -> set.contains("; HttpOnly") && set.contains("; SameSite=Lax"));

		Page list = browser().open("/admin/people", session);
		assertThat(list.text()).contains("office.one", "李四", "虚构");
		this.mvc.perform(list.post("/sign-out")).andExpect(redirectedUrl("/sign-in?signedOut"));

		assertSignedOut(session);
	}

	@Test
	void returnsToThePageThatWasWanted() throws Exception {
		Cookie before = Browser.sessionOf(this.mvc.perform(get("/admin/people?q=x").accept(MediaType.TEXT_HTML))
			.andExpect(redirectedUrl("/sign-in"))
			.andReturn());
		Page form = browser().open("/sign-in", before);

		this.mvc.perform(form.post("/sign-in").param("username", "security").param("password", PASSWORD))
			.andExpect(header().string("Location", containsString("/admin/people?q=x")));
	}

	@Test
	void returnsToThePageFromWhichAFormWasSentInVain() throws Exception {
		assertThat(landsAfter("http://localhost/tasks/5?x=1")).isEqualTo("/tasks/5?x=1");
		assertThat(landsAfter("http://evil.example/tasks/5")).isEqualTo("/admin/people");
		assertThat(landsAfter("http://localhost//evil.example")).isEqualTo("/admin/people");
		assertThat(landsAfter(":::")).isEqualTo("/admin/people");
	}

	private String landsAfter(String referer) throws Exception {
		MvcResult lost = this.mvc.perform(post("/tasks/5").header("Referer", referer).param("opinion", "写了很久"))
			.andExpect(redirectedUrl("/sign-in?expired"))
			.andReturn();
		Page form = browser().open("/sign-in", lost.getResponse().getCookie("SESSION"));
		return String
			.valueOf(this.mvc.perform(form.post("/sign-in").param("username", "security").param("password", PASSWORD))
				.andReturn()
				.getResponse()
				.getRedirectedUrl());
	}

	@Test
	void tellsAPageWhetherItsSessionStillLasts() throws Exception {
		Cookie session = browser().signIn("security", PASSWORD);
		String known = this.mvc.perform(get("/session").cookie(session)).andReturn().getResponse().getContentAsString();
		String nobody = this.mvc.perform(get("/session")).andReturn().getResponse().getContentAsString();

		assertThat(known).containsPattern("\"person\":[1-9]").contains("\"token\":\"");
		assertThat(nobody).contains("\"person\":0", "\"token\":\"");
	}

	/**
	 * What a page sends by itself may be answered after somebody has signed in in another
	 * tab; a cookie in the answer would sign them out.
	 */
	@Test
	void nothingThatAPageSendsByItselfBeginsASession() throws Exception {
		Cookie ended = new Cookie("SESSION", Base64.getEncoder().encodeToString("ended".getBytes()));
		for (MockHttpServletRequestBuilder late : List.of(post("/tasks/5/draft").accept(MediaType.APPLICATION_JSON),
				post("/tasks/5/draft").accept(MediaType.APPLICATION_JSON).cookie(ended),
				post("/documents/uploads").accept(MediaType.APPLICATION_PROBLEM_JSON).header("HX-Request", "true"),
				get("/documents/5/remarks").accept(MediaType.APPLICATION_JSON))) {
			this.mvc.perform(late.header("Referer", "http://localhost/tasks/5"))
				.andExpect(status().isUnauthorized())
				.andExpect(cookie().doesNotExist("SESSION"));
		}
		this.mvc.perform(get("/session").param("of", "7").accept(MediaType.APPLICATION_JSON).cookie(ended))
			.andExpect(content().json("{\"person\":0,\"token\":\"\"}"))
			.andExpect(cookie().doesNotExist("SESSION"));
	}

	@Test
	void refusesInWordsThatDoNotTellWhatWasWrong() throws Exception {
		String wrong = refused("office.two", "10.9.0.1");
		String unknown = refused("nobody.here", "10.9.0.2");

		assertThat(wrong).contains("用户名或密码不正确").isEqualTo(unknown);
	}

	@Test
	void saysHowLongToWaitAfterTooManyAttempts() throws Exception {
		this.jdbc.sql("DELETE FROM sign_in_throttle").update();
		Page form = browser().open("/sign-in", null);
		for (int attempt = 0; attempt < 5; attempt++) {
			this.mvc.perform(form.post("/sign-in").param("username", "office.one").param("password", "wrong"))
				.andExpect(redirectedUrl("/sign-in"));
		}

		Cookie session = Browser.sessionOf(
				this.mvc.perform(form.post("/sign-in").param("username", "office.one").param("password", PASSWORD))
					.andExpect(redirectedUrl("/sign-in"))
					.andReturn());

		assertThat(browser().open("/sign-in", session).text()).containsPattern("尝试次数过多，请在 [1-5] 秒后再试");
		assertThat(browser().open("/sign-in", session).text()).doesNotContain("尝试次数过多");
	}

	@Test
	void letsSomebodyInFromAKnownDeviceWhoseNameOthersKeepBusy() throws Exception {
		this.jdbc.sql("DELETE FROM sign_in_throttle").update();
		MvcResult before = this.mvc.perform(signIn("office.two", PASSWORD)).andReturn();
		Cookie device = before.getResponse().getCookie("DEVICE");
		assertThat(device).isNotNull();
		assertThat(device.isHttpOnly()).isTrue();
		for (int attempt = 0; attempt < 6; attempt++) {
			this.mvc.perform(signIn("office.two", "wrong"));
		}

		assertThat(leadsTo(signIn("office.two", PASSWORD))).as("a stranger").isEqualTo("/sign-in");
		assertThat(leadsTo(signIn("office.two", PASSWORD).cookie(new Cookie("DEVICE", "made-up"))))
			.isEqualTo("/sign-in");
		assertThat(leadsTo(signIn("office.two", PASSWORD).cookie(device))).as("the official").isNotEqualTo("/sign-in");
		assertThat(leadsTo(signIn("office.two", "wrong").cookie(device))).as("without the password")
			.isEqualTo("/sign-in");
		for (int attempt = 0; attempt < 6; attempt++) {
			this.mvc.perform(signIn("leaver2", "wrong"));
		}
		assertThat(leadsTo(signIn("leaver2", PASSWORD).cookie(device))).as("with somebody else's device")
			.isEqualTo("/sign-in");
		this.jdbc.sql("DELETE FROM sign_in_throttle").update();
	}

	private MockHttpServletRequestBuilder signIn(String name, String password) throws Exception {
		return browser().open("/sign-in", null).post("/sign-in").param("username", name).param("password", password);
	}

	private String leadsTo(MockHttpServletRequestBuilder request) throws Exception {
		return String.valueOf(this.mvc.perform(request).andReturn().getResponse().getRedirectedUrl());
	}

	@Test
	void tellsBrowsersToComeByTlsAloneOnceTheyDo() throws Exception {
		this.mvc.perform(get("/sign-in").secure(true))
			.andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
	}

	@Test
	void keepsNoSessionOfWhoeverOnlyOpensThePage() throws Exception {
		long before = sessions();
		for (String page : List.of("/sign-in", "/sign-in/code", "/sign-in?expired")) {
			this.mvc.perform(get(page)).andExpect(status().isOk());
		}
		this.mvc.perform(get("/session")).andExpect(status().isOk());

		assertThat(sessions()).isEqualTo(before);
		this.mvc.perform(post("/sign-in").cookie(new Cookie("FORM", "guessed")).param("_csrf", "guessed"))
			.andExpect(status().isForbidden());
	}

	private long sessions() {
		return this.jdbc.sql("SELECT count(*) FROM spring_session").query(Long.class).single();
	}

	@Test
	void endsTheSessionThatWasNotUsedForLongestWhenThereAreTooMany() throws Exception {
		List<Cookie> sessions = new ArrayList<>();
		for (int more = 0; more < 6; more++) {
			sessions.add(signIn("leaver2"));
			this.jdbc.sql("UPDATE spring_session SET last_access_time = last_access_time - 60000").update();
		}

		assertSignedOut(sessions.get(0));
		this.mvc.perform(get("/admin/people").cookie(sessions.get(1))).andExpect(status().isOk());
		this.mvc.perform(get("/admin/people").cookie(sessions.get(5))).andExpect(status().isOk());
	}

	@Test
	void refusesAFormFromAnotherSite() throws Exception {
		Cookie session = browser().open("/admin/people", signIn("security")).session();
		long person = idOf("office.two");

		this.mvc.perform(post("/admin/people/" + person + "/close").cookie(session).param("_csrf", "made-up"))
			.andExpect(status().isForbidden());
		this.mvc.perform(post("/admin/people/" + person + "/close").cookie(session)).andExpect(status().isForbidden());

		assertThat(this.people.find(person).orElseThrow().active()).isTrue();
	}

	@Test
	void leadsAFormOfALostSessionToTheSignInPage() throws Exception {
		this.mvc.perform(post("/admin/people").param("_csrf", "lost")).andExpect(redirectedUrl("/sign-in?expired"));
		this.mvc.perform(post("/objections").param("_csrf", "lost")).andExpect(status().isForbidden());
	}

	@Test
	void putsAClosedPersonOutAtOnce() throws Exception {
		Cookie session = signIn("leaver");
		this.mvc.perform(get("/admin/people").cookie(session)).andExpect(status().isOk());

		Page list = browser().open("/admin/people?q=leaver", signIn("security"));
		this.mvc.perform(list.post("/admin/people/" + idOf("leaver") + "/close").param("reason", "调离"))
			.andExpect(redirectedUrl("/admin/people"));

		assertSignedOut(session);
	}

	@Test
	void opensToEachRoleItsOwnPagesOnly() throws Exception {
		Cookie security = signIn("security");
		Cookie auditor = signIn("auditor");

		for (String closed : List.of("/audit", "/desk", "/parks", "/admin/limits", "/not-named-anywhere")) {
			this.mvc.perform(get(closed).cookie(security)).andExpect(status().isForbidden());
		}
		for (String closed : List.of("/admin/people", "/cases/1", "/tasks/1", "/documents/1", "/batches")) {
			this.mvc.perform(get(closed).cookie(auditor)).andExpect(status().isForbidden());
		}
	}

	@Test
	void tellsHtmxToLoadTheSignInPage() throws Exception {
		this.mvc.perform(get("/desk").header("HX-Request", "true"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().string("HX-Redirect", startsWith("/sign-in")));
	}

	@Test
	void hasNoPageOfPeopleBehindNonsense() throws Exception {
		Cookie session = browser().open("/admin/people", signIn("security")).session();

		for (String nonsense : List.of("x", "0", "-1", "1 OR 1=1")) {
			this.mvc.perform(get("/admin/people").param("after", nonsense).cookie(session))
				.andExpect(status().isNotFound());
		}
		this.mvc.perform(get("/admin/people").param("before", "1").cookie(session)).andExpect(status().isOk());
	}

	@Test
	void addsAPersonWhoThenSetsThePassword() throws Exception {
		Page list = browser().open("/admin/people", signIn("security"));
		Document added = Jsoup.parse(this.mvc
			.perform(list.post("/admin/people")
				.param("username", "admin.new")
				.param("name", "吴九")
				.param("unit", "ADMINISTRATION")
				.param("role", "SYSTEM_ADMIN"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		String first = added.select("strong.code").text();
		assertThat(first).matches("([A-Z2-9]{5}-){2}[A-Z2-9]{5}");
		String code = first + "-" + secondHalf();

		Page form = browser().open("/sign-in/code", null);
		this.mvc
			.perform(form.post("/sign-in/code")
				.param("username", "admin.new")
				.param("code", code)
				.param("password", "Long-Pass-2026")
				.param("repeated", "Long-Pass-2026"))
			.andExpect(redirectedUrl("/sign-in"));

		Page signIn = browser().open("/sign-in", null);
		this.mvc.perform(signIn.post("/sign-in").param("username", "admin.new").param("password", "Long-Pass-2026"))
			.andExpect(redirectedUrl("/admin/parks"));
	}

	@Test
	void saysAtTheFieldWhatIsWrongWithANewPerson() throws Exception {
		Page list = browser().open("/admin/people", signIn("security"));

		this.mvc
			.perform(list.post("/admin/people")
				.param("username", "office.two")
				.param("name", "吴九")
				.param("unit", "MEE")
				.param("role", "STAFF"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("用户名 office.two 已有人使用")));
		this.mvc.perform(list.post("/admin/people").param("username", "mee.x").param("name", "吴九").param("unit", "MEE"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请至少选择一个角色")));
	}

	@Test
	void hasNoPageForAFirstAdministratorOnceSomebodyIsThere() throws Exception {
		this.mvc.perform(get("/first-administrator")).andExpect(status().isNotFound());
		this.mvc.perform(post("/first-administrator").with(csrf())).andExpect(status().isNotFound());
	}

	/** What the page says to a wrong password, without the name that was typed. */
	private String refused(String name, String address) throws Exception {
		Page form = browser().open("/sign-in", null);
		Cookie session = Browser.sessionOf(this.mvc
			.perform(form.post("/sign-in").param("username", name).param("password", "wrong").with((request) -> {
				request.setRemoteAddr(address);
				return request;
			}))
			.andExpect(redirectedUrl("/sign-in"))
			.andReturn());
		Document refused = Jsoup.parse(browser().open("/sign-in", session).text());
		assertThat(refused.select("input[name=username]").val()).isEqualTo(name);
		return refused.select("main").text();
	}

	/** By the second security administrator. */
	private String secondHalf() throws Exception {
		Page waiting = browser().open("/admin/people", signIn("security2"));
		String action = Jsoup.parse(waiting.text()).select("form[action$=/confirm]").attr("action");
		return Jsoup
			.parse(this.mvc.perform(waiting.post(action))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString())
			.select("strong.code")
			.text();
	}

	private void assertSignedOut(Cookie session) throws Exception {
		this.mvc.perform(get("/admin/people").cookie(session).accept(MediaType.TEXT_HTML))
			.andExpect(redirectedUrl("/sign-in"));
	}

	private Cookie signIn(String name) throws Exception {
		return browser().signIn(name, PASSWORD);
	}

	private long idOf(String name) {
		return this.people.bySignInName(name).map(Person::id).orElseThrow();
	}

	private Browser browser() {
		return new Browser(this.mvc);
	}

}
