package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After signing in: the page that was wanted, otherwise the one where this person's work is. */
class LandingPage extends SavedRequestAwareAuthenticationSuccessHandler {

	LandingPage(RequestCache wanted) {
		setRequestCache(wanted);
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		return authentication.getPrincipal() instanceof Actor actor ? of(actor) : "/";
	}

	static String of(Actor actor) {
		if (actor.worksOnCases()) {
			return "/desk";
		}
		if (actor.has(MemberRole.SECURITY_ADMIN)) {
			return "/admin/people";
		}
		return actor.has(MemberRole.SYSTEM_ADMIN) ? "/parks" : "/audit";
	}

}
