package cn.ecopark.organisation.web;

import java.util.Objects;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import cn.ecopark.organisation.KnownDevices;
import cn.ecopark.shared.Installation;

/** By what a browser is known in which somebody has signed in. */
@Component
class DeviceCookie {

	private static final String NAME = "DEVICE";

	private final KnownDevices devices;

	private final boolean secure;

	DeviceCookie(KnownDevices devices, Installation installation) {
		this.devices = devices;
		this.secure = installation.isSecure();
	}

	/**
	 * @return what the browser keeps; empty for nothing
	 */
	String of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, name());
		return cookie == null ? "" : Objects.requireNonNullElse(cookie.getValue(), "");
	}

	/** That person has proved there who he is. */
	void noteUse(long personId, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name(), this.devices.noteUse(personId, of(request)))
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.path("/")
			.maxAge(this.devices.known())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private String name() {
		return SessionFormat.cookieName(NAME, this.secure);
	}

}
