package cn.ecopark.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An upload that is too large gets an answer instead of a broken connection: it is
 * recognised by its announced length before anything reads it, and Tomcat takes in the
 * rest of the body so that the browser gets to read the answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
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

	/** Behind the valve of proxies, which those before add. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies(BodySettings settings) {
		return (server) -> server.addEngineValves(new SlowBodies(settings));
	}

	@Bean
	UploadAddresses uploadAddresses(ObjectProvider<UploadAddress> addresses) {
		return new UploadAddresses(addresses.stream().toList());
	}

	@Bean
	FilterRegistrationBean<UploadDoor> uploadDoor(UploadAddresses addresses, MultipartProperties limits) {
		FilterRegistrationBean<UploadDoor> filter = new FilterRegistrationBean<>(
				new UploadDoor(addresses, limits.getMaxRequestSize().toBytes()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return filter;
	}

	/**
	 * Refuses a form with files where none are taken, one that is larger than is taken
	 * there, and one that does not say how large it is; and any other body that is too
	 * large, but for the pieces of resumable uploads, whose receiver has a limit of its
	 * own.
	 */
	static class UploadDoor extends OncePerRequestFilter {

		private static final String PIECE = "application/offset+octet-stream";

		private final UploadAddresses addresses;

		private final long largest;

		UploadDoor(UploadAddresses addresses, long largest) {
			this.addresses = addresses;
			this.largest = largest;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				chain.doFilter(UploadAddresses.isForm(request) ? RefusedBody.without(request) : request, response);
			}
			else if (UploadAddresses.isForm(request)) {
				form(request, response, chain);
			}
			else if (isOver(this.largest, request) && !PIECE.equals(request.getContentType())) {
				RefusedBody.show(request, response, HttpStatus.CONTENT_TOO_LARGE, null);
			}
			else {
				chain.doFilter(request, response);
			}
		}

		private void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			Optional<UploadAddress> address = this.addresses.of(request);
			if (address.isEmpty()) {
				RefusedBody.show(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "upload.not-here");
			}
			else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
				RefusedBody.show(request, response, HttpStatus.LENGTH_REQUIRED, "upload.no-length");
			}
			else if (isOver(address.get().largest().toBytes(), request)) {
				RefusedBody.show(request, response, HttpStatus.CONTENT_TOO_LARGE, null);
			}
			else {
				chain.doFilter(request, response);
			}
		}

		/** The page of an error must not receive what was refused. */
		@Override
		protected boolean shouldNotFilterErrorDispatch() {
			return false;
		}

		/** A limit below 1 is none. */
		private static boolean isOver(long largest, HttpServletRequest request) {
			return largest > 0 && request.getContentLengthLong() > largest;
		}

	}

}
