package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a page sends by itself after its session has ended begins no session. The answer
 * may come after somebody has signed in in another tab: a session that it brings along
 * would take the place of theirs in the browser, and sign them out.
 */
class LateScripts extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
		if (reads || !isOfAScript(request) || isKnown(request)) {
			chain.doFilter(request, response);
		}
		else {
			signInFirst(request, response);
		}
	}

	private static boolean isKnown(HttpServletRequest request) {
		return request.getSession(false) != null || SecurityContextHolder.getContext().getAuthentication() != null;
	}

	/** Whether no page is shown in answer. */
	static boolean isOfAScript(HttpServletRequest request) {
		String accepted = request.getHeader("Accept");
		return isPart(request) || accepted != null && (accepted.startsWith(MediaType.APPLICATION_JSON_VALUE)
				|| accepted.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
	}

	/** A part that htmx asked for makes it load the whole page. */
	static void signInFirst(HttpServletRequest request, HttpServletResponse response) {
		if (isPart(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in?expired");
		}
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

	private static boolean isPart(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

}
