package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * By which token a form is known to come from a page of ours: in the session where there
 * is one, else in a cookie, so that opening the sign-in page, or a form for the public,
 * begins no session.
 */
class FormTokens implements CsrfTokenRepository {

	private static final String COOKIE = "FORM";

	private static final String HEADER = "X-CSRF-TOKEN";

	private final HttpSessionCsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();

	private final CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();

	/**
	 * @param secure whether browsers send it over TLS alone
	 */
	FormTokens(boolean secure) {
		this.cookies.setCookieName(SessionFormat.cookieName(COOKIE, secure));
		this.cookies.setHeaderName(HEADER);
		this.cookies.setCookiePath("/");
		this.cookies.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.sessions.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null) {
			this.sessions.saveToken(token, request, response);
		}
		if (token == null || request.getSession(false) == null) {
			this.cookies.saveToken(token, request, response);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		CsrfToken kept = this.sessions.loadToken(request);
		return kept != null ? kept : this.cookies.loadToken(request);
	}

}
