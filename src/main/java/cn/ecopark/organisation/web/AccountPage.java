package cn.ecopark.organisation.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * Everybody's own account: {@code GET /account}; {@code POST /account/password} with
 * {@code old}, {@code password}, {@code repeated}; {@code POST /account/sessions/end}
 * with {@code key}.
 *
 * @param lastSignIn the one before this; null where there was none
 */
public record AccountPage(String name, String username, String unit, String roles, int shortestPassword,
		@Nullable ZonedDateTime lastSignIn, String lastAddress, List<Session> sessions, List<PersonPage.Change> history,
		List<FieldError> errors) {

	/** A session in which the reader is signed in. */
	public record Session(String key, ZonedDateTime begun, ZonedDateTime lastUsed, String address, String agent,
			boolean present) {
	}

	public boolean severalSessions() {
		return this.sessions.size() > 1;
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
