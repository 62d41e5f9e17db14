package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.OwnSessions;
import cn.ecopark.organisation.SignInSettings;
import cn.ecopark.shared.Installation;

/** The way in, as Spring Security is told, and how long one stays. */
@Component
class SignInForm {

	private final DeviceCookie devices;

	private final OwnSessions sessions;

	private final SignInSettings settings;

	private final Installation installation;

	SignInForm(DeviceCookie devices, OwnSessions sessions, SignInSettings settings, Installation installation) {
		this.devices = devices;
		this.sessions = sessions;
		this.settings = settings;
		this.installation = installation;
	}

	FormTokens tokens() {
		return new FormTokens(this.installation.isSecure());
	}

	LongestSession longestSession() {
		return new LongestSession(this.settings.sessionLongest());
	}

	void apply(FormLoginConfigurer<HttpSecurity> form, RequestCache wanted) {
		form.loginPage("/sign-in")
			.authenticationDetailsSource((request) -> new Details(request, this.devices.of(request)))
			.successHandler(new LandingPage(wanted, this.devices, this.sessions))
			.failureHandler(new RefusedSignIn());
	}

	/** Where an attempt comes from. */
	static final class Details extends WebAuthenticationDetails {

		private static final long serialVersionUID = 1L;

		private final String device;

		Details(HttpServletRequest request, String device) {
			super(request);
			this.device = device;
		}

		/** What the browser keeps that has signed in before; empty for nothing. */
		String device() {
			return this.device;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return super.equals(other) && other instanceof Details details && this.device.equals(details.device);
		}

		@Override
		public int hashCode() {
			return 31 * super.hashCode() + this.device.hashCode();
		}

	}

}
