package cn.ecopark.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody whose identity is beyond doubt, without a password. */
@Component
public class SessionSignIn {

	private final SecurityContextRepository contexts;

	private final LastSignIns signIns;

	SessionSignIn(SecurityContextRepository contexts, LastSignIns signIns) {
		this.contexts = contexts;
		this.signIns = signIns;
	}

	/**
	 * Ends whatever session there was, with its identifier and its CSRF token, and begins
	 * that of the actor.
	 * @return the address of the page where the actor's work is
	 */
	public String begin(Actor actor, HttpServletRequest request, HttpServletResponse response) {
		HttpSession before = request.getSession(false);
		if (before != null) {
			before.invalidate();
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new ActorAuthentication(actor));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		OwnSessions.mark(request);
		this.signIns.note(actor.personId(), request.getRemoteAddr());
		return Landing.of(actor);
	}

}
