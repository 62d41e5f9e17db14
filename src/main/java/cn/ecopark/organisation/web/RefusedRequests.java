package cn.ecopark.organisation.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.web.ProblemViews;

/**
 * Records what was refused, whoever refused it: the rules of paths, a module's rights, a
 * conflict or bad input. Inside of the filters that know who is signed in, outside of all
 * that decide.
 */
class RefusedRequests extends OncePerRequestFilter {

	private static final Set<Integer> RECORDED = Set.of(403, 409, 422, 429);

	private static final int LONGEST_PATH = 200;

	private final RepeatedEvents events;

	RefusedRequests(RepeatedEvents events) {
		this.events = events;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if (RECORDED.contains(response.getStatus())) {
			note(request, response.getStatus());
		}
	}

	/** The same kind of page counts as one; which of them it was is told of the first. */
	private void note(HttpServletRequest request, int status) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		Object problem = request.getAttribute(ProblemViews.PROBLEM);
		String path = request.getRequestURI();
		this.events.note(Subject.REFUSALS, "request.refused",
				Map.of("status", Integer.toString(status), "method", methodOf(request), "page",
						Objects.requireNonNullElse(pattern, "closed").toString(), "problem",
						Objects.requireNonNullElse(problem, "").toString()),
				Map.of("path", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path, "address",
						request.getRemoteAddr()));
	}

	private static String methodOf(HttpServletRequest request) {
		return Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE").contains(request.getMethod())
				? request.getMethod() : "other";
	}

}
