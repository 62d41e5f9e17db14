package cn.ecopark.studio.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ChangePerson;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.TokenRefusals.TokenFaulty;
import cn.ecopark.organisation.TokenRefusals.TooManyTokens;
import cn.ecopark.organisation.web.Browser;
import cn.ecopark.studio.EditDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Whom the desktop Modeler may act for, and for how long. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class ModelerRightsTest {

	private static final String PASSWORD = DesktopPeople.PASSWORD;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private People people;

	@Autowired
	private ChangePerson change;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private EditDraft edit;

	@Autowired
	private JdbcClient jdbc;

	private Actor administrator;

	private ModelerCalls calls;

	private UUID draft;

	@BeforeEach
	void aDraft() {
		this.jdbc.sql("DELETE FROM sign_in_throttle").update();
		this.administrator = person(MemberRole.SYSTEM_ADMIN);
		this.draft = this.edit.begin("2015-167", "桌面", this.administrator).id();
		this.calls = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(this.administrator, "办公室电脑", 30));
	}

	@Test
	void hearsWhoeverHasMadeAToken() throws Exception {
		ModelerCalls.Answer connection = this.calls.checkConnection();
		assertThat(connection.status()).isEqualTo(200);
		assertThat(connection.json().isArray()).isTrue();
		assertThat(connection.json()).isEmpty();
		assertThat(this.calls.version().json().get("version").asString()).startsWith("7.");
		assertThat(this.calls.inEnglish().version().status()).isEqualTo(200);
		assertThat(this.tokens.of(this.administrator)).singleElement()
			.satisfies(token -> assertThat(token.lastUsed()).isNotNull());
	}

	@Test
	void hearsNobodyWithoutOne() throws Exception {
		ModelerCalls.Answer refused = this.calls.by(null).version();

		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.message()).contains("Bearer token");
		assertThat(this.calls.by(null).inEnglish().checkConnection().message()).startsWith("Nothing was sent");
		for (String other : List.of("Bearer ", "Bearer x", "Bearer " + "a".repeat(5_000), "Basic", "Basic ###",
				"Basic eA==", "Digest x", "Negotiate x", "ecopark_x")) {
			for (ModelerCalls.Answer answer : List.of(this.calls.by(other).version(),
					this.calls.by(other).checkConnection(), this.calls.by(other).deploy("a.bpmn", "x"))) {
				assertThat(answer.status()).as(other).isEqualTo(401);
				assertThat(answer.message()).as(other).isNotBlank().doesNotContain("problem.", "organisation.");
			}
		}
	}

	@Test
	void keepsTheDigestOfATokenAlone() {
		String token = this.tokens.make(this.administrator, "家里", 7);

		assertThat(token).startsWith("ecopark_").hasSizeGreaterThan(50);
		assertThat(this.jdbc.sql("SELECT row_to_json(t)::text FROM access_token t").query(String.class).list())
			.noneMatch(row -> row.contains(token) || row.contains(token.substring(8)));
		assertThat(this.jdbc.sql("SELECT details::text FROM audit_entry WHERE action = 'token.made'")
			.query(String.class)
			.list()).isNotEmpty().noneMatch(entry -> entry.contains(token.substring(8)));
	}

	@Test
	void refusesATokenThatHasExpired() throws Exception {
		this.jdbc.sql("UPDATE access_token SET ends_at = now() WHERE person_id = :id")
			.param("id", this.administrator.personId())
			.update();

		ModelerCalls.Answer refused = this.calls.version();
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.message()).contains("过期");
	}

	@Test
	void refusesATokenThatItsOwnerHasEnded() throws Exception {
		Actor other = person(MemberRole.SYSTEM_ADMIN);
		UUID id = this.tokens.of(this.administrator).get(0).id();

		this.tokens.end(other, id);
		assertThat(this.calls.version().status()).as("nobody ends those of others").isEqualTo(200);
		this.tokens.end(this.administrator, id);

		ModelerCalls.Answer refused = this.calls.version();
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.message()).contains("令牌无效");
		assertThat(this.tokens.of(this.administrator)).isEmpty();
	}

	@Test
	void endsTheTokensOfAClosedAccountForGood() throws Exception {
		Actor security = person(MemberRole.SECURITY_ADMIN);

		this.change.close(this.administrator.personId(), null, "调离", security);
		assertThat(this.calls.version().status()).isEqualTo(401);

		this.change.reopen(this.administrator.personId(), security);
		assertThat(this.calls.version().status()).isEqualTo(401);
	}

	@Test
	void asksForTheRolesOfNow() throws Exception {
		for (MemberRole role : MemberRole.values()) {
			if (role == MemberRole.SYSTEM_ADMIN || role == MemberRole.EXPERT) {
				continue;
			}
			ModelerCalls other = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(person(role), "电脑", 7));
			assertThat(other.version().status()).as(role.name()).isEqualTo(403);
			assertThat(other.checkConnection().message()).contains("系统管理员");
			assertThat(other.deploy("public-notice.bpmn", "x").status()).isEqualTo(403);
		}
		this.jdbc.sql("UPDATE membership SET role = 'AUDITOR' WHERE person_id = :id")
			.param("id", this.administrator.personId())
			.update();
		assertThat(this.calls.version().status()).isEqualTo(403);
	}

	@Test
	void takesNameAndPasswordAsTheSignInPageDoes() throws Exception {
		String name = this.people.get(this.administrator.personId()).signInName();

		assertThat(this.calls.by(ModelerCalls.basic(name, PASSWORD)).version().status()).isEqualTo(200);
		ModelerCalls.Answer wrong = this.calls.by(ModelerCalls.basic(name, "demo-only-2019")).version();
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.message()).isEqualTo("用户名或密码不正确。");
		Actor auditor = person(MemberRole.AUDITOR);
		assertThat(this.calls.by(ModelerCalls.basic(this.people.get(auditor.personId()).signInName(), PASSWORD))
			.version()
			.status()).isEqualTo(403);
		this.jdbc.sql("UPDATE person SET password_hash = NULL WHERE id = :id")
			.param("id", this.administrator.personId())
			.update();
		assertThat(this.calls.by(ModelerCalls.basic(name, PASSWORD)).version().status())
			.as("whoever has to set a password by a code first")
			.isEqualTo(401);
	}

	@Test
	void slowsGuessingDownAndKeepsNobodyOut() throws Exception {
		String name = this.people.get(this.administrator.personId()).signInName();
		ModelerCalls guess = this.calls.by(ModelerCalls.basic(name, "wrong"));
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(guess.version().status()).isEqualTo(401);
		}
		ModelerCalls.Answer waits = this.calls.by(ModelerCalls.basic(name, PASSWORD)).version();
		assertThat(waits.status()).isEqualTo(429);
		assertThat(waits.response().getHeader("Retry-After")).isNotBlank();

		for (int attempt = 0; attempt < 51; attempt++) {
			this.calls.by("Bearer ecopark_" + attempt).version();
		}
		assertThat(this.calls.by("Bearer ecopark_last").version().status()).isEqualTo(429);
		assertThat(this.calls.version().status()).as("a good token").isEqualTo(200);
	}

	@Test
	void countsNoCookie() throws Exception {
		String name = this.people.get(this.administrator.personId()).signInName();
		Cookie session = new Browser(this.mvc).signIn(name, PASSWORD);
		assertThat(this.mvc.perform(get("/admin/studio/" + this.draft).cookie(session))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(200);

		for (var request : List.of(get("/modeler/" + this.draft + "/version"),
				get("/modeler/" + this.draft + "/deployment?maxResults=0"),
				post("/modeler/" + this.draft + "/deployment/create"))) {
			MockHttpServletResponse answer = this.mvc.perform(request.cookie(session)).andReturn().getResponse();
			assertThat(answer.getStatus()).isEqualTo(401);
			assertThat(answer.getContentType()).startsWith("application/json");
		}
		MockHttpServletResponse heard = this.calls.version().response();
		assertThat(heard.getCookies()).isEmpty();
		// And a token is good for no page.
		assertThat(
				this.mvc.perform(get("/admin/studio/" + this.draft).header("Authorization", this.calls.authorization()))
					.andReturn()
					.getResponse()
					.getStatus())
			.isIn(302, 401);
	}

	@Test
	void answersNothingElse() throws Exception {
		String url = this.calls.url();
		for (var request : List.of(get(url), get(url + "/process-definition"), get(url + "/deployment/create"),
				post(url + "/deployment"), post(url + "/version"), delete(url + "/deployment"), get(url + "/en"),
				get(url + "/version/x"), get("/modeler/version"), post(url + "/process-definition/a/start"))) {
			ModelerCalls.Answer answer = this.calls.answer(request);
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.message()).isNotBlank();
		}
		for (String other : List.of(UUID.randomUUID().toString(), "1", "..%2f", "%00", "a b")) {
			MockHttpServletResponse answer = this.mvc
				.perform(get(java.net.URI.create("/modeler/" + other.replace(" ", "%20") + "/version"))
					.header("Accept", "application/json")
					.header("Authorization", this.calls.authorization()))
				.andReturn()
				.getResponse();
			assertThat(answer.getStatus()).as(other).isIn(400, 404);
		}
	}

	@Test
	void makesNoMoreTokensThanAnybodyMayHaveAndNoneWithoutEnd() {
		for (int more = 1; more < 10; more++) {
			this.tokens.make(this.administrator, "第 " + more, 90);
		}
		assertThatExceptionOfType(TooManyTokens.class).isThrownBy(() -> this.tokens.make(this.administrator, "又一个", 7));

		Actor other = person(MemberRole.SYSTEM_ADMIN);
		for (int days : new int[] { 0, -1, 8, 91, 3650, Integer.MAX_VALUE }) {
			assertThatExceptionOfType(TokenFaulty.class).isThrownBy(() -> this.tokens.make(other, "电脑", days));
		}
		assertThatExceptionOfType(TokenFaulty.class).isThrownBy(() -> this.tokens.make(other, "  ", 7));
		assertThatExceptionOfType(TokenFaulty.class).isThrownBy(() -> this.tokens.make(other, "长".repeat(61), 7));
		this.tokens.make(other, "长".repeat(60), 7);
	}

	private Actor person(MemberRole role) {
		return new DesktopPeople(this.context).person(role, "建模员");
	}

}
