package cn.ecopark.organisation.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

import cn.ecopark.web.ProblemViews;

/**
 * A form sent after its session has ended leads to the sign-in page, and from there back
 * to the page it was sent from. The public, which signs in nowhere, gets its form back
 * with every word. Everything else that is refused is a plain 403.
 */
class LostSession implements AccessDeniedHandler {

	/** What the public writes at length: the form of an objection. */
	private static final Pattern WRITTEN_BY_THE_PUBLIC = Pattern.compile("/notices/[^/]+/objection");

	private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

	private final PagesToReturnTo pages;

	LostSession(PagesToReturnTo pages) {
		this.pages = pages;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException, ServletException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (reason instanceof CsrfException && WRITTEN_BY_THE_PUBLIC.matcher(path).matches()) {
			// Shows it again and takes nothing.
			request.getRequestDispatcher(path + "/again").forward(request, response);
		}
		else if (!(reason instanceof MissingCsrfTokenException) || isForThePublic(path)) {
			if (reason instanceof CsrfException) {
				request.setAttribute(ProblemViews.REFUSED_WITH, "page.stale");
			}
			this.forbidden.handle(request, response, reason);
		}
		else if (LateScripts.isOfAScript(request)) {
			LateScripts.signInFirst(request, response);
		}
		else {
			this.pages.comeBackFrom(request);
			response.sendRedirect(request.getContextPath() + "/sign-in?expired");
		}
	}

	/** But for what the Office enters there, which is signed in. */
	private static boolean isForThePublic(String path) {
		return (path.startsWith("/notices") || path.startsWith("/objections")) && !path.endsWith("/objections/new");
	}

}
