package cn.ecopark.organisation.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.organisation.OwnSessions;

/**
 * Ends a session in which somebody signed in too long ago, however busy it is, before
 * anybody asks whose it is.
 */
class LongestSession extends OncePerRequestFilter {

	private final Duration longest;

	LongestSession(Duration longest) {
		this.longest = longest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && OwnSessions.signedInAt(session)
			.filter((at) -> at.plus(this.longest).isBefore(Instant.now()))
			.isPresent()) {
			session.invalidate();
		}
		chain.doFilter(request, response);
	}

}
