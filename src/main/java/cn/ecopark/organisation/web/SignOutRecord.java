package cn.ecopark.organisation.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.ActorAuthentication;

/** Records who signs out, while that is still known. */
class SignOutRecord implements LogoutHandler {

	private final Audit audit;

	SignOutRecord(Audit audit) {
		this.audit = audit;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication instanceof ActorAuthentication signedIn) {
			this.audit.record(Subject.ADMINISTRATION, "sign-out", Map.of("person",
					Long.toString(signedIn.getPrincipal().personId()), "address", request.getRemoteAddr()));
		}
	}

}
