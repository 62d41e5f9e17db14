package cn.ecopark.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.audit.JdbcAudit.Head;
import cn.ecopark.calendar.CaseTime;

/** Writes what happened, in the transaction in which it happens. */
@Component
public class Audit {

	private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final Who SYSTEM = new Who(0, "", "");

	private final JdbcAudit chains;

	private final CaseTime time;

	private final AuditActor actor;

	private final TransactionTemplate ownTransaction;

	Audit(JdbcAudit chains, CaseTime time, AuditActor actor, PlatformTransactionManager transactions) {
		this.chains = chains;
		this.time = time;
		this.actor = actor;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** What is known before the chain is locked. */
	private record Event(Instant at, Instant caseAt, Who who, String action, String details) {
	}

	/**
	 * Appends to the subject's chain; the chain is locked until the transaction ends.
	 * @param action what was done, for instance {@code task.completed}
	 * @param details what a later reader needs to know
	 */
	@Transactional
	public void record(Subject subject, String action, Map<String, ?> details) {
		append(subject, event(action, details));
	}

	/**
	 * Appends the same to the chains of several subjects, locked in the order of their
	 * ids, so that nobody waits in a circle.
	 */
	@Transactional
	public void recordAll(Collection<Subject> subjects, String action, Map<String, ?> details) {
		Event event = event(action, details);
		subjects.stream()
			.distinct()
			.sorted(Comparator.comparing(Subject::id))
			.forEach((subject) -> append(subject, event));
	}

	/**
	 * Keeps what was refused although the transaction is rolled back: it is written in a
	 * transaction of its own, once the present one, which may hold the same chain, has
	 * ended.
	 */
	public void recordRefusal(Subject subject, String action, Map<String, ?> details) {
		Event event = event(action, details);
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					appendAlone(subject, event);
				}
			});
		}
		else {
			this.ownTransaction.executeWithoutResult((status) -> append(subject, event));
		}
	}

	/** Nobody is left to tell: the caller's transaction is over. */
	private void appendAlone(Subject subject, Event event) {
		try {
			this.ownTransaction.executeWithoutResult((status) -> append(subject, event));
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.error("A refusal is missing in the audit of {}: {} by {} {}", subject.id(), event.action(), event.who(),
					event.details(), ex);
		}
	}

	/**
	 * @return the entries of a chain before that place, the newest first
	 */
	public List<AuditEntry> entries(Subject subject, long before, int limit) {
		return this.chains.entries(subject.id(), before, limit);
	}

	private Event event(String action, Map<String, ?> details) {
		return new Event(Instant.now().truncatedTo(ChronoUnit.MICROS), this.time.now(),
				this.actor.current().orElse(SYSTEM), action, CANONICAL.writeValueAsString(new TreeMap<>(details)));
	}

	private void append(Subject subject, Event event) {
		Head head = this.chains.lock(subject.id());
		this.chains.append(AuditEntry.after(head.hash(), subject.id(), head.count() + 1, event.at(), event.caseAt(),
				event.who(), event.action(), event.details()));
	}

}
