package cn.ecopark.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.shared.LogFields;

/**
 * Gives each request a number, which stands in every line of the log it causes and on the
 * page of a fault, and says there which case, batch or task it is about by its address.
 * What a browser or proxy calls a request is not taken: anybody could write it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NumberedRequests extends OncePerRequestFilter {

	private static final String NUMBER = NumberedRequests.class.getName() + ".number";

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Pattern ABOUT = Pattern
		.compile("^/(cases|batches|tasks)/([A-Za-z0-9][A-Za-z0-9-]{0,63})(?:/|$)");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try (LogFields.Stretch fields = LogFields.stretch()) {
			fields.with(LogFields.REQUEST, numberOf(request));
			Matcher about = ABOUT.matcher(request.getRequestURI().substring(request.getContextPath().length()));
			if (about.find()) {
				fields.with(field(about.group(1)), about.group(2));
			}
			chain.doFilter(request, response);
		}
	}

	private static String field(String area) {
		return switch (area) {
			case "cases" -> LogFields.CASE;
			case "batches" -> LogFields.BATCH;
			default -> LogFields.TASK;
		};
	}

	/**
	 * @return the number of the request, the same when the server turns to the page of a
	 * fault
	 */
	static String numberOf(HttpServletRequest request) {
		if (!(request.getAttribute(NUMBER) instanceof String)) {
			request.setAttribute(NUMBER, HexFormat.of().withUpperCase().toHexDigits(RANDOM.nextInt()));
		}
		return String.valueOf(request.getAttribute(NUMBER));
	}

	/** The page of a fault is part of the request. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
