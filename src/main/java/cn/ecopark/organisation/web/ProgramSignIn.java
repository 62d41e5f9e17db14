package cn.ecopark.organisation.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.SignIn;
import cn.ecopark.organisation.SignInRefused;
import cn.ecopark.organisation.SignInTurns;
import cn.ecopark.organisation.TokenRefusals.TokenExpired;
import cn.ecopark.organisation.TokenRefusals.TokenUnknown;

/**
 * Finds out for whom a program acts: by its token, or by name and password, which are all
 * that a browser is asked for as well. Nothing else counts, and nothing is remembered.
 */
class ProgramSignIn extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private static final String BASIC = "Basic ";

	private final AccessTokens tokens;

	private final SignIn signIn;

	private final SignInTurns turns;

	private final ProgramAnswers answers;

	ProgramSignIn(AccessTokens tokens, SignIn signIn, SignInTurns turns, ProgramAnswers answers) {
		this.tokens = tokens;
		this.signIn = signIn;
		this.turns = turns;
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ProgramAnswers.speakAsAddressed(request);
		try {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			actor(request).ifPresent(actor -> context.setAuthentication(new ActorAuthentication(actor)));
			SecurityContextHolder.setContext(context);
		}
		catch (SignInRefused | TokenUnknown | TokenExpired refusal) {
			this.answers.refuse(request, response, refusal);
			return;
		}
		chain.doFilter(request, response);
	}

	private Optional<Actor> actor(HttpServletRequest request) {
		String said = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (isOf(BEARER, said)) {
			return Optional.of(this.tokens.actor(said.substring(BEARER.length()).strip(), request.getRemoteAddr()));
		}
		String pair = isOf(BASIC, said) ? decoded(said.substring(BASIC.length()).strip()) : "";
		int colon = pair.indexOf(':');
		if (colon < 0) {
			return Optional.empty();
		}
		return Optional.of(this.turns.take(() -> this.signIn.ofRequest(pair.substring(0, colon),
				pair.substring(colon + 1), request.getRemoteAddr())));
	}

	private static boolean isOf(String scheme, @Nullable String said) {
		return said != null && said.regionMatches(true, 0, scheme, 0, scheme.length());
	}

	/** Most programs write it in UTF-8, some in Latin-1; empty where it is neither. */
	private static String decoded(String pair) {
		try {
			byte[] bytes = Base64.getDecoder().decode(pair);
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			}
			catch (CharacterCodingException other) {
				return new String(bytes, StandardCharsets.ISO_8859_1);
			}
		}
		catch (IllegalArgumentException malformed) {
			return "";
		}
	}

}
