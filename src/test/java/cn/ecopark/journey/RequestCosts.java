package cn.ecopark.journey;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * How many statements each request of a journey sends to the database. The rows of
 * sessions are not counted: they are the sessions' own affair.
 */
@TestConfiguration
class RequestCosts {

	private static final ThreadLocal<@Nullable List<String>> RUNNING = new ThreadLocal<>();

	private static final Map<String, List<Cost>> COSTS = new ConcurrentHashMap<>();

	/**
	 * @param address of what was asked for
	 * @param statements in their order
	 */
	record Cost(String address, int status, List<String> statements, long nanos) {

		int count() {
			return this.statements.size();
		}

	}

	/**
	 * @param request method and path, numbers as {@code *}
	 * @return the most expensive that succeeded
	 */
	static Cost dearest(String request) {
		return COSTS.getOrDefault(request, List.of())
			.stream()
			.max(Comparator.comparingInt(Cost::count))
			.orElseThrow(() -> new AssertionError(request + " was never asked for, but " + COSTS.keySet()));
	}

	static Map<String, List<Cost>> all() {
		return COSTS;
	}

	@Bean
	static BeanPostProcessor countingDatabase() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource database) ? new Counting(database) : bean;
			}
		};
	}

	@Bean
	FilterRegistrationBean<Filter> countingFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(RequestCosts::count);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static void count(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		List<String> statements = new ArrayList<>();
		RUNNING.set(statements);
		long start = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			RUNNING.remove();
			HttpServletRequest asked = (HttpServletRequest) request;
			int status = ((HttpServletResponse) response).getStatus();
			if (status < 400) {
				COSTS
					.computeIfAbsent(asked.getMethod() + " " + asked.getRequestURI().replaceAll("/[0-9][^/]*|/[0-9a-f-]{36}", "/*"),
							key -> new java.util.concurrent.CopyOnWriteArrayList<>())
					.add(new Cost(asked.getRequestURI(), status, statements, System.nanoTime() - start));
			}
		}
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			List<String> statements = RUNNING.get();
			if (statements == null) {
				return connection;
			}
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("prepareStatement")
								&& !((String) arguments[0]).contains("SPRING_SESSION")) {
							statements.add((String) arguments[0]);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException thrown) {
							throw thrown.getCause();
						}
					});
		}

	}

}
