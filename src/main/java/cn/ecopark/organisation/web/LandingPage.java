package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Landing;
import cn.ecopark.organisation.OwnSessions;

/**
 * After signing in: the page that was wanted, otherwise the one where this person's work
 * is.
 */
class LandingPage extends SavedRequestAwareAuthenticationSuccessHandler {

	private final DeviceCookie devices;

	private final OwnSessions sessions;

	LandingPage(RequestCache wanted, DeviceCookie devices, OwnSessions sessions) {
		this.devices = devices;
		this.sessions = sessions;
		setRequestCache(wanted);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		OwnSessions.mark(request);
		if (authentication.getPrincipal() instanceof Actor actor) {
			this.devices.noteUse(actor.personId(), request, response);
			this.sessions.endSurplus(actor, request.getSession().getId());
		}
		super.onAuthenticationSuccess(request, response, authentication);
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		return authentication != null && authentication.getPrincipal() instanceof Actor actor ? Landing.of(actor) : "/";
	}

}
