package cn.ecopark.organisation.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.organisation.SignInRefused;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.ProblemViews;

/**
 * Tells programs why they are refused: as JSON whatever they ask for, with the words in
 * {@code message}, where programs made for the engine's own interface look for them.
 */
@Component
class ProgramAnswers {

	/** Which part of an address says that its user reads English. */
	private static final String ENGLISH = "/en/";

	private final Texts texts;

	ProgramAnswers(Texts texts) {
		this.texts = texts;
	}

	/**
	 * A program chooses no language and keeps no cookie: the address that its user was
	 * given says which one.
	 */
	static void speakAsAddressed(HttpServletRequest request) {
		request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, locale(request));
	}

	private static Locale locale(HttpServletRequest request) {
		return request.getRequestURI().contains(ENGLISH) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
	}

	void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		HttpStatus status = HttpStatus.UNAUTHORIZED;
		if (refusal instanceof SignInRefused signIn && !signIn.retryAfter().isZero()) {
			status = signIn.isBusy() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS;
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(signIn.retryAfter().toSeconds()));
		}
		write(request, response, status, refusal.problem(), refusal.wordsKey(), refusal.arguments());
	}

	/** Nobody said for whom the request is. */
	void askWho(HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(request, response, HttpStatus.UNAUTHORIZED, "organisation.program-unnamed",
				"problem.organisation.program-unnamed");
	}

	/** Not for that person, or not at all. */
	void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(request, response, HttpStatus.FORBIDDEN, "organisation.program-not-here",
				"problem.organisation.program-not-here");
	}

	private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String problem,
			String words, Object... arguments) throws IOException {
		request.setAttribute(ProblemViews.PROBLEM, problem);
		if (status == HttpStatus.UNAUTHORIZED) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("type", "/problems/" + problem);
		said.put("status", status.value());
		said.put("message", this.texts.in(locale(request), words, arguments));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(said));
	}

}
