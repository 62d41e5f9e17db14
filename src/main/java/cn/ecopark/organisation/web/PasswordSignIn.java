package cn.ecopark.organisation.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.SignIn;
import cn.ecopark.organisation.SignInRefused;
import cn.ecopark.organisation.SignInTurns;

/** Hands the sign-in form to {@link SignIn}. */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private final SignIn signIn;

	private final SignInTurns turns;

	PasswordSignIn(SignIn signIn, SignInTurns turns) {
		this.signIn = signIn;
		this.turns = turns;
	}

	@Override
	public Authentication authenticate(Authentication form) {
		try {
			return new ActorAuthentication(this.turns.take(() -> this.signIn.byPassword(form.getName(),
					String.valueOf(form.getCredentials()), addressOf(form), deviceOf(form))));
		}
		catch (SignInRefused refusal) {
			throw new Refused(refusal);
		}
	}

	private static String addressOf(Authentication form) {
		return form.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
	}

	private static String deviceOf(Authentication form) {
		return form.getDetails() instanceof SignInForm.Details details ? details.device() : "";
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

	/** The refusal as Spring Security wants to hear it. */
	static class Refused extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		private final SignInRefused refusal;

		Refused(SignInRefused refusal) {
			super(refusal.getMessage(), refusal);
			this.refusal = refusal;
		}

		SignInRefused refusal() {
			return this.refusal;
		}

	}

}
