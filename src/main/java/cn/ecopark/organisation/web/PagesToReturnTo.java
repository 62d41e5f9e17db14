package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Remembers the page somebody wanted before signing in: whole pages only, not parts that
 * htmx asks for.
 */
class PagesToReturnTo extends HttpSessionRequestCache {

	/**
	 * Without a parameter the wanted page is found again by itself; the library allows
	 * null but does not say so.
	 */
	@SuppressWarnings("NullAway")
	PagesToReturnTo() {
		setRequestMatcher(PagesToReturnTo::isPage);
		setMatchingRequestParameterName(null);
	}

	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader("Accept");
		return "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null && accepted != null
				&& accepted.contains("text/html");
	}

}
