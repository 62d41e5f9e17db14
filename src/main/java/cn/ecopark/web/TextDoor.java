package cn.ecopark.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.shared.TypedText;

/**
 * The one door for text: whatever comes in as a parameter of an address or a form, parts
 * of uploads included, is {@linkplain TypedText#clean clean} before anybody reads, counts
 * or keeps it.
 */
@Configuration(proxyBeanMethods = false)
class TextDoor {

	/** Behind the filter that refuses what is too large, before all that read. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	@Bean
	FilterRegistrationBean<CleaningFilter> cleaningFilter() {
		FilterRegistrationBean<CleaningFilter> filter = new FilterRegistrationBean<>(new CleaningFilter());
		filter.setOrder(ORDER);
		return filter;
	}

	/** Hands on the request with clean parameters. */
	static class CleaningFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			chain.doFilter(new CleanRequest(request), response);
		}

	}

	/** Reads the parameters only when they are asked for, as the request itself does. */
	private static final class CleanRequest extends HttpServletRequestWrapper {

		private @Nullable Map<String, String[]> clean;

		CleanRequest(HttpServletRequest request) {
			super(request);
		}

		/** A name without a value says nothing, which some containers tell as null. */
		private static String clean(@Nullable String sent) {
			return sent == null ? "" : TypedText.clean(sent);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = getParameterValues(name);
			return values == null || values.length == 0 ? null : values[0];
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = getParameterMap().get(name);
			return values == null ? null : values.clone();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(getParameterMap().keySet());
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> known = this.clean;
			if (known == null) {
				Map<String, List<String>> values = new LinkedHashMap<>();
				super.getParameterMap()
					.forEach((name, sent) -> values.computeIfAbsent(TypedText.clean(name), same -> new ArrayList<>())
						.addAll(Arrays.stream(sent).map(CleanRequest::clean).toList()));
				Map<String, String[]> cleaned = new LinkedHashMap<>();
				values.forEach((name, all) -> cleaned.put(name, all.toArray(String[]::new)));
				known = Collections.unmodifiableMap(cleaned);
				this.clean = known;
			}
			return known;
		}

	}

}
