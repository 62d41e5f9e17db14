package cn.ecopark.organisation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends the sessions of a person whose account, password or roles have changed. */
@Component
class PersonSessions {

	private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

	PersonSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
		this.sessions = sessions;
	}

	/** Once the change is committed, so that no new session begins on the old state. */
	void endAfterCommit(long personId) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				end(personId);
			}
		});
	}

	private void end(long personId) {
		this.sessions.ifAvailable((repository) -> repository.findByPrincipalName(Long.toString(personId))
			.keySet()
			.forEach(repository::deleteById));
	}

}
