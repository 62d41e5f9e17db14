package cn.ecopark.organisation.web;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.web.SecurityHeaders;

/** Who may open which path. What is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

	@Bean
	SecurityContextRepository securityContextRepository() {
		return new HttpSessionSecurityContextRepository();
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, SecurityContextRepository contexts, Audit audit,
			RepeatedEvents events, CurrentActor current) throws Exception {
		PagesToReturnTo pagesToReturnTo = new PagesToReturnTo();
		return http.authorizeHttpRequests(SecurityRules::openPaths)
			.securityContext((context) -> context.securityContextRepository(contexts))
			.requestCache((cache) -> cache.requestCache(pagesToReturnTo))
			.formLogin((form) -> form.loginPage("/sign-in")
				.successHandler(new LandingPage(pagesToReturnTo))
				.failureHandler(new RefusedSignIn()))
			.logout((logout) -> logout.logoutUrl("/sign-out")
				.addLogoutHandler(new SignOutRecord(audit))
				.logoutSuccessUrl("/sign-in?signedOut"))
			.addFilterBefore(new LateScripts(), CsrfFilter.class)
			.addFilterAfter(new RefusedRequests(events), SecurityContextHolderFilter.class)
			.addFilterAfter(new SignedInLog(current), RefusedRequests.class)
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new SignInFirst())
				.accessDeniedHandler(new LostSession(pagesToReturnTo)))
			.headers(SecurityHeaders::apply)
			.build();
	}

	private static void openPaths(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
		// What a permitted request is forwarded to, and the page that explains an error,
		// were decided on before.
		paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
		// Style sheet, scripts and icons hold no data; the sign-in page and the
		// portal need them.
		paths.requestMatchers("/build/**", "/favicon.ico").permitAll();
		// Whoever signs in, sets a password with a one-time code or becomes the first
		// administrator is not signed in yet.
		paths.requestMatchers("/sign-in", "/sign-in/code", "/first-administrator").permitAll();
		// A page asks whether its session still lasts; it tells nothing about anybody
		// else.
		paths.requestMatchers("/session").permitAll();
		// The public reads notices and objects; 2015-167 gives it the right to.
		paths.requestMatchers("/", "/notices/**", "/objections/**").permitAll();
		// Whoever holds a document finds out whether it is genuine.
		paths.requestMatchers("/verify", "/verify/*", "/verify/*/file").permitAll();
		paths.requestMatchers("/error").permitAll();
		// Load balancers ask for it; without details. All else about the running system
		// is told at the management port.
		paths.requestMatchers("/healthz").permitAll();
		// Being anybody by one click, and documents to hand in then: there are no such
		// pages but in the demonstration, and nobody is signed in yet.
		paths.requestMatchers("/demo/people", "/demo/files/**").permitAll();
		paths.requestMatchers("/demo/**").authenticated();
		// Everybody changes the own password and ends the own sessions.
		paths.requestMatchers("/account/**").authenticated();
		// Work on cases; which of them is decided case by case.
		paths.requestMatchers("/desk/**", "/tasks/**", "/cases/**", "/batches/**", "/documents/**")
			.hasAnyRole("STAFF", "SUPERVISOR", "EXPERT");
		// Whoever may hold a whole file may check it; the auditor holds its digest
		// against
		// the audit.
		paths.requestMatchers("/whole-file/check").hasAnyRole("STAFF", "SUPERVISOR", "EXPERT", "AUDITOR");
		// Rounds of rechecks are begun by the Office; whether it is one is decided there.
		paths.requestMatchers("/rechecks").hasAnyRole("STAFF", "SUPERVISOR");
		// The register of documents is the Office's, and a document is put right by those
		// who issued it; who that is is decided there.
		paths.requestMatchers("/papers/**").hasAnyRole("STAFF", "SUPERVISOR");
		// The register of parks is kept by the system administrator and read by all who
		// work on cases.
		paths.requestMatchers("/parks/**").hasAnyRole("STAFF", "SUPERVISOR", "EXPERT", "SYSTEM_ADMIN");
		// Administration is split three ways.
		paths.requestMatchers("/admin/people/**").hasRole("SECURITY_ADMIN");
		paths.requestMatchers("/admin/**").hasRole("SYSTEM_ADMIN");
		paths.requestMatchers("/audit/**").hasRole("AUDITOR");
		paths.anyRequest().denyAll();
	}

}
