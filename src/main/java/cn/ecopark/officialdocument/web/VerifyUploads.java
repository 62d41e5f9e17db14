package cn.ecopark.officialdocument.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.officialdocument.PublicVerification;
import cn.ecopark.officialdocument.VerificationSettings;
import cn.ecopark.shared.Places;
import cn.ecopark.web.RefusedBody;
import cn.ecopark.web.UploadAddress;
import cn.ecopark.web.UploadAddresses;

/**
 * Files that anybody sends to be compared: so many at a time, of one network and of all,
 * and so many an hour, each refused before any of it is received.
 */
@Configuration(proxyBeanMethods = false)
class VerifyUploads {

	/** Of a file; no official document comes near. */
	static final DataSize LARGEST = DataSize.ofMegabytes(50);

	/** What a form has besides its file, at most. */
	private static final DataSize AROUND = DataSize.ofMegabytes(1);

	private static final String PATH = "/verify";

	/** Behind the door for files, before anything is read. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

	@Bean
	UploadAddress filesToBeVerified() {
		return new UploadAddress(PATH, DataSize.ofBytes(LARGEST.toBytes() + AROUND.toBytes()), true);
	}

	@Bean
	FilterRegistrationBean<InTurn> verificationsInTurn(PublicVerification verification, VerificationSettings settings) {
		FilterRegistrationBean<InTurn> filter = new FilterRegistrationBean<>(new InTurn(verification, settings));
		filter.addUrlPatterns(PATH);
		filter.setOrder(ORDER);
		return filter;
	}

	/** Lets no more in than may be there. */
	static final class InTurn extends OncePerRequestFilter {

		private static final String RETRY_AFTER_SECONDS = "10";

		private final PublicVerification verification;

		private final Places places;

		InTurn(PublicVerification verification, VerificationSettings settings) {
			this.verification = verification;
			this.places = new Places(settings.filesAtOnce(), settings.filesOfOneAtOnce());
		}

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return !UploadAddresses.isForm(request);
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String address = request.getRemoteAddr();
			switch (this.places.enter(address)) {
				case ONE_IS_FULL ->
					refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "officialdocument.files-of-one-at-once");
				case ALL_ARE_FULL ->
					refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "officialdocument.files-at-once");
				case IN -> {
					try {
						inPlace(request, response, chain);
					}
					finally {
						this.places.leave(address);
					}
				}
			}
		}

		private void inPlace(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (this.verification.hasSentEnough(request.getRemoteAddr())) {
				refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "officialdocument.too-many-checks");
			}
			else {
				chain.doFilter(request, response);
			}
		}

		private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
				String problem) throws ServletException, IOException {
			response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
			RefusedBody.show(request, response, status, problem);
		}

	}

}
