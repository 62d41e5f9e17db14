package cn.ecopark.organisation.web;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

import cn.ecopark.organisation.web.ManagementRules.ManagementPort;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementRulesTest {

	@Test
	void holdAtThePortOfManagementAlone() {
		MockEnvironment both = ports("8080", "9090");

		assertThat(matches(both, 9090)).isTrue();
		assertThat(matches(both, 8080)).isFalse();
	}

	@Test
	void holdNowhereWithoutAPortOfItsOwn() {
		assertThat(matches(ports("8080", "8080"), 8080)).isFalse();
		assertThat(matches(new MockEnvironment(), 8080)).isFalse();
		assertThat(matches(new MockEnvironment().withProperty("local.server.port", "8080"), 8080)).isFalse();
	}

	@Test
	void goByThePortAndNotByHeaders() {
		MockHttpServletRequest forged = new MockHttpServletRequest();
		forged.setLocalPort(8080);
		forged.setServerPort(9090);
		forged.addHeader("X-Forwarded-Port", "9090");
		forged.addHeader("Host", "localhost:9090");

		assertThat(new ManagementPort(ports("8080", "9090")).matches(forged)).isFalse();
	}

	private static MockEnvironment ports(String server, String management) {
		return new MockEnvironment().withProperty("local.server.port", server)
			.withProperty("local.management.port", management);
	}

	private static boolean matches(MockEnvironment environment, int port) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setLocalPort(port);
		return new ManagementPort(environment).matches(request);
	}

}
