package cn.ecopark.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An upload that is too large gets an answer instead of a broken connection: it is
 * recognised by its announced length before anything reads it, and Tomcat takes in the
 * rest of the body so that the browser gets to read the answer.
 */
@Configuration(proxyBeanMethods = false)
class Uploads {

	/**
	 * Bytes of a refused body that are still read; beyond that the connection is closed
	 * after all.
	 */
	private static final int SWALLOWED = 1 << 30;

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> swallowRefusedUploads() {
		return (server) -> server.addConnectorCustomizers((connector) -> {
			if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
				http.setMaxSwallowSize(SWALLOWED);
			}
		});
	}

	@Bean
	FilterRegistrationBean<OversizeFilter> oversizeFilter(MultipartProperties limits) {
		FilterRegistrationBean<OversizeFilter> filter = new FilterRegistrationBean<>(
				new OversizeFilter(limits.getMaxRequestSize().toBytes()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return filter;
	}

	/**
	 * Refuses a form whose announced length is over the limit. Pieces of resumable
	 * uploads are no forms: what receives them has a limit of its own.
	 */
	static class OversizeFilter extends OncePerRequestFilter {

		private static final String PIECE = "application/offset+octet-stream";

		private final long largest;

		OversizeFilter(long largest) {
			this.largest = largest;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (this.largest > 0 && !PIECE.equals(request.getContentType())
					&& request.getContentLengthLong() > this.largest) {
				response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
				return;
			}
			chain.doFilter(request, response);
		}

	}

}
