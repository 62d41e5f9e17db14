package cn.ecopark.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Answers a request of whose body nothing may be read: the page that says why is made as
 * if there were none, since asking such a request for a parameter would have the server
 * write all its files to disk.
 */
public final class RefusedBody {

	private RefusedBody() {
	}

	/**
	 * @param problem what the words of the page are called; null for the usual ones of
	 * the status
	 */
	public static void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			@Nullable String problem) throws ServletException, IOException {
		HttpServletRequest without = without(request);
		without.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status.value());
		without.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
		if (problem != null) {
			without.setAttribute(ProblemViews.REFUSED_WITH, problem);
		}
		without.getRequestDispatcher("/error").forward(without, response);
	}

	/**
	 * @return the request as if it had no body
	 */
	static HttpServletRequest without(HttpServletRequest request) {
		return new WithoutBody(request);
	}

	/** Has nothing but its address and its headers. */
	private static final class WithoutBody extends HttpServletRequestWrapper {

		WithoutBody(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

	}

}
