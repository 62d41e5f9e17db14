package cn.ecopark.journey;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

import cn.ecopark.CountedStatements;

/** How many statements each request of the journeys sends to the database. */
@TestConfiguration
class RequestCosts {

	private static final int REFUSED = 400;

	/**
	 * What a node keeps until it hears of a change is read anew by whoever comes first
	 * then: no cost of what that one asked for.
	 */
	private static final Pattern KEPT_BY_THE_NODE = Pattern
		.compile("\\bFROM (unit u JOIN unit_kind|unit_end|unit_kind|province|city)\\b");

	private static final Map<String, List<Cost>> COSTS = new ConcurrentHashMap<>();

	/**
	 * @param address of what was asked for
	 * @param statements in their order
	 */
	record Cost(String address, List<String> statements) {

		int count() {
			return (int) this.statements.stream().filter(one -> !KEPT_BY_THE_NODE.matcher(one).find()).count();
		}

	}

	/**
	 * @param request method and path, with {@code *} for ids
	 * @return the most expensive of those that succeeded
	 */
	static Cost dearest(String request) {
		return COSTS.getOrDefault(request, List.of())
			.stream()
			.max(Comparator.comparingInt(Cost::count))
			.orElseThrow(() -> new AssertionError(request + " was never asked for, but " + COSTS.keySet()));
	}

	/**
	 * @return how many statements such a request took on the average
	 */
	static double mean(String request) {
		return COSTS.getOrDefault(request, List.of()).stream().mapToInt(Cost::count).average().orElseThrow();
	}

	/** From now on only what is still to come counts. */
	static void forget() {
		COSTS.clear();
	}

	@Bean
	FilterRegistrationBean<Filter> countingFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(RequestCosts::count);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static void count(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest asked = (HttpServletRequest) request;
		List<String> statements = statements(() -> {
			chain.doFilter(request, response);
			return null;
		});
		if (((HttpServletResponse) response).getStatus() < REFUSED) {
			COSTS.computeIfAbsent(pattern(asked), key -> new CopyOnWriteArrayList<>())
				.add(new Cost(asked.getRequestURI(), statements));
		}
	}

	private static List<String> statements(Callable<?> request) throws IOException, ServletException {
		try {
			return CountedStatements.of(request);
		}
		catch (IOException | ServletException | RuntimeException failed) {
			throw failed;
		}
		catch (Exception impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static String pattern(HttpServletRequest asked) {
		return asked.getMethod() + " " + asked.getRequestURI().replaceAll("/[0-9a-f-]{36}|/[0-9]+", "/*");
	}

}
