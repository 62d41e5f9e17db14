package cn.ecopark.organisation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import cn.ecopark.shared.Installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** By which names one comes in, with which cookies, and for how long. */
class WayInTest {

	private final Installation production = installation("https://ecopark.example.cn");

	@Test
	void leadsNobodyByANameThatIsNotOurs() {
		HttpFirewall firewall = firewall(this.production);

		assertThatThrownBy(() -> firewall.getFirewalledRequest(asked("evil.example", "/sign-in")))
			.isInstanceOf(RequestRejectedException.class);
		assertThatThrownBy(() -> firewall.getFirewalledRequest(asked("ecopark.example.cn.evil.example", "/")))
			.isInstanceOf(RequestRejectedException.class);
		assertThatCode(() -> {
			firewall.getFirewalledRequest(asked("ECOPARK.example.cn", "/sign-in"));
			firewall.getFirewalledRequest(asked("inside.example.cn", "/sign-in"));
			firewall.getFirewalledRequest(asked("localhost", "/sign-in"));
		}).doesNotThrowAnyException();
	}

	@Test
	void answersProxiesAndOperatorsByTheNameOfTheNode() {
		HttpFirewall firewall = firewall(this.production);

		assertThatCode(() -> firewall.getFirewalledRequest(asked("node1", "/healthz"))).doesNotThrowAnyException();
		MockHttpServletRequest metrics = asked("node1", "/actuator/prometheus");
		metrics.setLocalPort(9090);
		assertThatCode(() -> firewall.getFirewalledRequest(metrics)).doesNotThrowAnyException();
		assertThatThrownBy(() -> firewall.getFirewalledRequest(asked("node1", "/actuator/prometheus")))
			.isInstanceOf(RequestRejectedException.class);
	}

	@Test
	void asksForNoNameWhereThereIsNoPublicAddress() {
		assertThatCode(() -> firewall(installation(null)).getFirewalledRequest(asked("anything.example", "/")))
			.doesNotThrowAnyException();
	}

	@Test
	void sendsTheCookieOfASessionOverTlsAloneAndForThisHostAlone() {
		assertThat(cookie(this.production)).startsWith("__Host-SESSION=")
			.contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
			.doesNotContain("Domain");
		assertThat(cookie(installation("http://localhost:8080"))).startsWith("SESSION=").doesNotContain("Secure");
	}

	@Test
	void keepsTheTokenOfAFormInACookieUntilThereIsASession() {
		FormTokens tokens = new FormTokens(true);
		MockHttpServletRequest request = asked("ecopark.example.cn", "/sign-in");
		MockHttpServletResponse response = new MockHttpServletResponse();
		CsrfToken token = tokens.generateToken(request);
		tokens.saveToken(token, request, response);

		assertThat(request.getSession(false)).isNull();
		assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-FORM=" + token.getToken())
			.contains("Secure", "HttpOnly", "Path=/");
		assertThat(response.getCookies()[0].getAttribute("SameSite")).isEqualTo("Lax");
		MockHttpServletRequest next = asked("ecopark.example.cn", "/sign-in");
		next.setCookies(response.getCookies());
		assertThat(tokens.loadToken(next)).isNotNull().extracting(CsrfToken::getToken).isEqualTo(token.getToken());

		next.getSession();
		CsrfToken ofTheSession = tokens.generateToken(next);
		tokens.saveToken(ofTheSession, next, new MockHttpServletResponse());
		assertThat(tokens.loadToken(next)).isNotNull()
			.extracting(CsrfToken::getToken)
			.isEqualTo(ofTheSession.getToken());
	}

	@Test
	void endsASessionThatHasLastedTooLongHoweverBusyItIs() throws Exception {
		assertThat(afterARequest(Instant.now().minus(Duration.ofHours(13))).isInvalid()).isTrue();
		assertThat(afterARequest(Instant.now().minus(Duration.ofHours(11))).isInvalid()).isFalse();
		assertThat(afterARequest(null).isInvalid()).as("where nobody has signed in").isFalse();
	}

	private static MockHttpSession afterARequest(@Nullable Instant signedInAt) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk");
		MockHttpSession session = new MockHttpSession();
		if (signedInAt != null) {
			session.setAttribute("sign-in.at", signedInAt);
		}
		request.setSession(session);
		MockFilterChain chain = new MockFilterChain();
		new LongestSession(Duration.ofHours(12)).doFilter(request, new MockHttpServletResponse(), chain);
		assertThat(chain.getRequest()).isNotNull();
		return session;
	}

	private static String cookie(Installation installation) {
		CookieSerializer serializer = new SessionFormat().cookieSerializer(installation);
		MockHttpServletResponse response = new MockHttpServletResponse();
		serializer.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "1"));
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

	private static HttpFirewall firewall(Installation installation) {
		return new PublicHosts().publicHostsOnly(installation,
				new MockEnvironment().withProperty("local.management.port", "9090")
					.withProperty("local.server.port", "8080"));
	}

	private static Installation installation(@Nullable String address) {
		return new Installation(false, address, List.of("inside.example.cn"), "");
	}

	private static MockHttpServletRequest asked(String host, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServerName(host);
		request.setLocalPort(8080);
		return request;
	}

}
