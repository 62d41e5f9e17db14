package cn.ecopark.organisation.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.LogFields;

/**
 * Says in the log by number who is signed in; no bean, so that it runs in its chain
 * alone.
 */
class SignedInLog extends OncePerRequestFilter {

	private final CurrentActor current;

	SignedInLog(CurrentActor current) {
		this.current = current;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.current.find().ifPresent((actor) -> LogFields.put(LogFields.PERSON, Long.toString(actor.personId())));
		chain.doFilter(request, response);
	}

}
