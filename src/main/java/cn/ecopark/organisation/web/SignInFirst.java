package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to the sign-in page; a part that htmx asked for makes it
 * load the whole page.
 */
class SignInFirst extends LoginUrlAuthenticationEntryPoint {

	SignInFirst() {
		super("/sign-in");
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		if (request.getHeader("HX-Request") == null) {
			super.commence(request, response, reason);
			return;
		}
		response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in?expired");
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

}
