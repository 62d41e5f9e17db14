package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.web.UploadAddress;
import cn.ecopark.web.UploadAddresses;

/**
 * Receives files of whoever is signed in, and of others only where everybody may send
 * some. It comes before the token of the form is asked for, since looking for that would
 * receive the files.
 */
class SignedInUploads extends OncePerRequestFilter {

	private final UploadAddresses addresses;

	private final CurrentActor current;

	private final AccessDeniedHandler lostSession;

	SignedInUploads(UploadAddresses addresses, CurrentActor current, AccessDeniedHandler lostSession) {
		this.addresses = addresses;
		this.current = current;
		this.lostSession = lostSession;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (UploadAddresses.isForm(request) && this.current.find().isEmpty()
				&& this.addresses.of(request).filter(UploadAddress::forEverybody).isEmpty()) {
			this.lostSession.handle(request, response, new MissingCsrfTokenException(""));
			return;
		}
		chain.doFilter(request, response);
	}

}
