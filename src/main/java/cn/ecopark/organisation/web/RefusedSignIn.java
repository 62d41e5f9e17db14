package cn.ecopark.organisation.web;

import java.io.IOException;
import java.io.Serializable;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

import cn.ecopark.organisation.SignInRefused;

/** Leads a refused sign-in back to its page, which says once what was wrong. */
class RefusedSignIn implements AuthenticationFailureHandler {

	private static final String ATTRIBUTE = "sign-in.refused";

	/**
	 * @param name what was typed as user name
	 * @param seconds how long to wait, 0 if the next attempt will be looked at
	 */
	record Refused(String name, long seconds) implements Serializable {
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException reason) throws IOException, ServletException {
		SignInRefused refusal = reason instanceof PasswordSignIn.Refused refused ? refused.refusal() : null;
		if (refusal != null && refusal.isBusy()) {
			// Shows the page again, and leaves no session behind.
			request.getRequestDispatcher(SignInController.BUSY).forward(request, response);
			return;
		}
		long seconds = refusal != null ? refusal.retryAfter().toSeconds() : 0;
		String name = request.getParameter("username");
		request.getSession().setAttribute(ATTRIBUTE, new Refused(name != null ? name : "", seconds));
		response.sendRedirect(request.getContextPath() + "/sign-in");
	}

	/** What there is to say, once. */
	static @Nullable Refused take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Refused refused)) {
			return null;
		}
		session.removeAttribute(ATTRIBUTE);
		return refused;
	}

}
