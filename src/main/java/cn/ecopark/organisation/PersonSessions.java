package cn.ecopark.organisation;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.AfterCommit;

/**
 * Ends the sessions of a person whose account, password or roles have changed, and with
 * them the tokens by which programs act for that person.
 */
@Component
class PersonSessions {

	private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

	private final AccessTokens tokens;

	PersonSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions, AccessTokens tokens) {
		this.sessions = sessions;
		this.tokens = tokens;
	}

	/**
	 * Before the change is committed, since this node may die right after it, and once
	 * more then, since a new session may have begun on the old state.
	 */
	void endWithCommit(long personId) {
		this.tokens.endAll(personId);
		end(personId);
		AfterCommit.run(() -> end(personId));
	}

	/**
	 * The same for all sessions but one.
	 * @param kept id of the session that goes on
	 */
	void endOthersWithCommit(long personId, String kept) {
		this.tokens.endAll(personId);
		endOthers(personId, kept);
		AfterCommit.run(() -> endOthers(personId, kept));
	}

	void endOthers(long personId, String kept) {
		this.sessions.ifAvailable((repository) -> repository.findByPrincipalName(Long.toString(personId))
			.keySet()
			.stream()
			.filter((id) -> !id.equals(kept))
			.forEach(repository::deleteById));
	}

	/** The sessions of a person that have not ended, by their ids. */
	Map<String, Session> of(long personId) {
		Map<String, Session> found = new HashMap<>();
		this.sessions
			.ifAvailable((repository) -> found.putAll(repository.findByPrincipalName(Long.toString(personId))));
		return found;
	}

	void endOne(String id) {
		this.sessions.ifAvailable((repository) -> repository.deleteById(id));
	}

	private void end(long personId) {
		this.sessions.ifAvailable((repository) -> repository.findByPrincipalName(Long.toString(personId))
			.keySet()
			.forEach(repository::deleteById));
	}

}
