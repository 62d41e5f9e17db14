package cn.ecopark.organisation.web;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.SignIn;
import cn.ecopark.organisation.SignInTurns;
import cn.ecopark.web.SecurityHeaders;

/**
 * What programs on people's desks may ask for. Cookies count for nothing here, so that no
 * page from elsewhere can make a browser act, and no token of a form is needed.
 */
@Configuration(proxyBeanMethods = false)
class ProgramRules {

	@Bean
	@Order(2)
	SecurityFilterChain programFilterChain(HttpSecurity http, AccessTokens tokens, SignIn signIn, SignInTurns turns,
			ProgramAnswers answers, RepeatedEvents events, CurrentActor current) throws Exception {
		return http.securityMatcher("/modeler/**")
			.authorizeHttpRequests(ProgramRules::openPaths)
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.csrf(CsrfConfigurer::disable)
			.anonymous((anonymous) -> anonymous.disable())
			.addFilterAfter(new RefusedRequests(events), SecurityContextHolderFilter.class)
			.addFilterAfter(new ProgramSignIn(tokens, signIn, turns, answers), RefusedRequests.class)
			.addFilterAfter(new SignedInLog(current), ProgramSignIn.class)
			.exceptionHandling((refusals) -> refusals
				.authenticationEntryPoint((request, response, nobody) -> answers.askWho(request, response))
				.accessDeniedHandler((request, response, denied) -> answers.deny(request, response)))
			.headers(SecurityHeaders::apply)
			.build();
	}

	private static void openPaths(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
		// What a permitted request is forwarded to, and the page that explains an error,
		// were decided on before.
		paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
		// The three calls by which the desktop Camunda Modeler sends diagrams to a draft,
		// in Chinese and in English; drafts are the system administrator's.
		paths
			.requestMatchers(HttpMethod.GET, "/modeler/*/version", "/modeler/*/deployment", "/modeler/*/en/version",
					"/modeler/*/en/deployment")
			.hasRole("SYSTEM_ADMIN");
		paths.requestMatchers(HttpMethod.POST, "/modeler/*/deployment/create", "/modeler/*/en/deployment/create")
			.hasRole("SYSTEM_ADMIN");
		paths.anyRequest().denyAll();
	}

}
