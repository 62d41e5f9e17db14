package cn.ecopark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security headers of all pages; the security filter chain applies them. */
public final class SecurityHeaders {

	/**
	 * Own scripts and styles only, nothing inline. The diagram viewer writes style
	 * attributes into its drawing, hence the one exception; documents are shown in a
	 * frame of the same origin.
	 */
	public static final String PAGES = String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'",
			"style-src-attr 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
			"frame-src 'self'", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'self'",
			"frame-ancestors 'self'");

	/**
	 * For uploaded files shown in the frame: a viewer of the browser may draw them, no
	 * script of theirs runs.
	 */
	public static final String FILES = String.join("; ", "default-src 'none'", "style-src 'unsafe-inline'",
			"img-src 'self' data:", "object-src 'self'", "frame-ancestors 'self'");

	/**
	 * For the worker in which PDF files are taken apart, which has no page to change and
	 * no session to read: decoders of scans are compiled in it, for which there is no
	 * script.
	 */
	private static final String PDF_WORKER = String.join("; ", "default-src 'none'",
			"script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'");

	private static final String PDF_WORKER_PATH = "/build/pdf/";

	private SecurityHeaders() {
	}

	public static void apply(HeadersConfigurer<HttpSecurity> headers) {
		headers.frameOptions((frames) -> frames.sameOrigin())
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.contentSecurityPolicy((policy) -> policy.policyDirectives(PAGES))
			.addHeaderWriter(SecurityHeaders::writeForWorker)
			.permissionsPolicyHeader((permissions) -> permissions.policy("camera=(), geolocation=(), microphone=()"));
	}

	private static void writeForWorker(HttpServletRequest request, HttpServletResponse response) {
		if (request.getRequestURI().startsWith(request.getContextPath() + PDF_WORKER_PATH)) {
			response.setHeader("Content-Security-Policy", PDF_WORKER);
		}
	}

}
