package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

import cn.ecopark.shared.Installation;

/**
 * By which names the system may be asked for: that of its public address, and others that
 * are set; a name that anybody writes into a request leads nobody anywhere. Proxies ask a
 * node by its own name whether it answers, and so does the operator at the port of
 * metrics.
 */
@Configuration(proxyBeanMethods = false)
class PublicHosts {

	/** The machine itself, for whoever works at it. */
	private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

	private static final String ALIVE = "/healthz";

	@Bean
	HttpFirewall publicHostsOnly(Installation installation, Environment environment) {
		StrictHttpFirewall anyName = new StrictHttpFirewall();
		if (installation.host().isEmpty()) {
			return anyName;
		}
		Set<String> known = Stream.of(installation.host().stream(), installation.otherHosts().stream(), HERE.stream())
			.flatMap((names) -> names)
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
		StrictHttpFirewall ourNames = new StrictHttpFirewall();
		ourNames.setAllowedHostnames((name) -> known.contains(name.toLowerCase(Locale.ROOT)));
		RequestMatcher management = new ManagementRules.ManagementPort(environment);
		return new ByName(anyName, ourNames, management);
	}

	/**
	 * @param anyName for whoever looks after the nodes
	 * @param ourNames for everybody else
	 */
	private record ByName(HttpFirewall anyName, HttpFirewall ourNames,
			RequestMatcher management) implements HttpFirewall {

		@Override
		public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
			boolean looksAfter = ALIVE.equals(request.getRequestURI()) || this.management.matches(request);
			return (looksAfter ? this.anyName : this.ourNames).getFirewalledRequest(request);
		}

		@Override
		public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
			return this.ourNames.getFirewalledResponse(response);
		}

	}

}
