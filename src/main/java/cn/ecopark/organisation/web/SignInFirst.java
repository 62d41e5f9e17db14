package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to the sign-in page; a script is told alone, and its
 * page goes there.
 */
class SignInFirst extends LoginUrlAuthenticationEntryPoint {

	SignInFirst() {
		super("/sign-in");
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		if (LateScripts.isOfAScript(request)) {
			LateScripts.signInFirst(request, response);
		}
		else {
			super.commence(request, response, reason);
		}
	}

}
