package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

/**
 * A form sent after its session has ended leads to the sign-in page; everything else that
 * is refused is a plain 403.
 */
class LostSession implements AccessDeniedHandler {

	private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException, ServletException {
		boolean sessionLost = reason instanceof MissingCsrfTokenException && !isForThePublic(request);
		if (!sessionLost) {
			this.forbidden.handle(request, response, reason);
		}
		else if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in?expired");
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			response.sendRedirect(request.getContextPath() + "/sign-in?expired");
		}
	}

	private static boolean isForThePublic(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.startsWith("/notices") || path.startsWith("/objections");
	}

}
