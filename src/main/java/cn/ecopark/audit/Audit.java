package cn.ecopark.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;

/** Writes what happened, in the transaction in which it happens. */
@Component
public class Audit {

	private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final int DIGEST_LENGTH = 16;

	private final AuditKeys keys;

	private final JdbcAudit chains;

	private final AtCommit atCommit;

	private final TransactionTemplate transaction;

	private final TransactionTemplate ownTransaction;

	Audit(AuditKeys keys, JdbcAudit chains, AtCommit atCommit, PlatformTransactionManager transactions) {
		this.keys = keys;
		this.chains = chains;
		this.atCommit = atCommit;
		this.transaction = new TransactionTemplate(transactions);
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Appends to the subject's chain when the transaction commits.
	 * @param action what was done, for instance {@code task.completed}
	 * @param details what a later reader needs to know
	 */
	public void record(Subject subject, String action, Map<String, ?> details) {
		recordAll(List.of(subject), action, details);
	}

	/** Appends the same to the chains of several subjects. */
	public void recordAll(Collection<Subject> subjects, String action, Map<String, ?> details) {
		AuditEntry.Draft draft = this.atCommit.draft("", action, CANONICAL.writeValueAsString(new TreeMap<>(details)));
		this.transaction.executeWithoutResult((status) -> subjects.stream()
			.distinct()
			.map((subject) -> draft.of(subject.id()))
			.forEach(this.atCommit::tell));
	}

	/**
	 * Keeps what was refused although the transaction is rolled back: it is written in a
	 * transaction of its own, once the present one, which may hold the same chain, has
	 * ended.
	 */
	public void recordRefusal(Subject subject, String action, Map<String, ?> details) {
		AuditEntry.Draft draft = this.atCommit.draft(subject.id(), action,
				CANONICAL.writeValueAsString(new TreeMap<>(details)));
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					tellAlone(draft);
				}
			});
		}
		else {
			this.ownTransaction.executeWithoutResult((status) -> this.atCommit.tell(draft));
		}
	}

	/** Nobody is left to tell: the caller's transaction is over. */
	private void tellAlone(AuditEntry.Draft draft) {
		try {
			this.ownTransaction.executeWithoutResult((status) -> this.atCommit.tell(draft));
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.error("A refusal is missing in the audit: {}", draft, ex);
		}
	}

	/**
	 * @return what a text is known again by, without telling it: nobody can try texts out
	 * without the key of the audit
	 */
	public String digestOf(String text) {
		return this.keys.keyedDigest(text).substring(0, DIGEST_LENGTH);
	}

	/**
	 * @return the entries of a chain before that place, the newest first
	 */
	public List<AuditEntry> entries(Subject subject, long before, int limit) {
		return this.chains.entries(subject.id(), before, limit);
	}

	/**
	 * @return a page of a chain, the newest first
	 */
	public ListPage<AuditEntry, Long> page(Subject subject, Cursor<Long> cursor, int size) {
		return this.chains.page(subject.id(), cursor, size);
	}

}
