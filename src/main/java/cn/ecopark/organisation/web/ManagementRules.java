package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Health and metrics are told at a port of their own, which only the operator's network
 * reaches, and are only read there. Without such a port nobody is told: the rules of the
 * public port close them.
 */
@Configuration(proxyBeanMethods = false)
class ManagementRules {

	@Bean
	@Order(1)
	SecurityFilterChain managementFilterChain(HttpSecurity http, Environment environment) throws Exception {
		return http.securityMatcher(new ManagementPort(environment))
			.authorizeHttpRequests(
					(paths) -> paths.requestMatchers(HttpMethod.GET, "/actuator/**").permitAll().anyRequest().denyAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.build();
	}

	/**
	 * Goes by the port on which the request came in, whatever its headers say.
	 */
	record ManagementPort(Environment environment) implements RequestMatcher {

		@Override
		public boolean matches(HttpServletRequest request) {
			Integer management = port("local.management.port");
			Integer server = port("local.server.port");
			return management != null && !management.equals(server) && request.getLocalPort() == management;
		}

		/** Known once its server has started. */
		private @Nullable Integer port(String name) {
			return this.environment.getProperty(name, Integer.class);
		}

	}

}
