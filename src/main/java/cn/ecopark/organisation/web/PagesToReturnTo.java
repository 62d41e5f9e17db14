package cn.ecopark.organisation.web;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers the page somebody wanted before signing in: whole pages only, not parts that
 * htmx asks for.
 */
class PagesToReturnTo extends HttpSessionRequestCache {

	private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

	/**
	 * Without a parameter the wanted page is found again by itself; the library allows
	 * null but does not say so.
	 */
	@SuppressWarnings("NullAway")
	PagesToReturnTo() {
		setRequestMatcher(PagesToReturnTo::isPage);
		setMatchingRequestParameterName(null);
	}

	/**
	 * Remembers the page from which a form was sent, which cannot be sent again after
	 * signing in. Only a page of this server is one.
	 */
	void comeBackFrom(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null) {
			return;
		}
		try {
			URI page = new URI(referer);
			if (request.getServerName().equalsIgnoreCase(page.getHost()) && page.getRawPath() != null
					&& page.getRawPath().startsWith("/") && !page.getRawPath().startsWith("//")) {
				String query = page.getRawQuery();
				request.getSession()
					.setAttribute(SAVED_REQUEST,
							new SimpleSavedRequest(page.getRawPath() + (query == null ? "" : "?" + query)));
			}
		}
		catch (URISyntaxException noAddress) {
			// Whoever sends such a thing is no browser, and lands on the desk.
		}
	}

	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader("Accept");
		return "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null && accepted != null
				&& accepted.contains("text/html");
	}

}
