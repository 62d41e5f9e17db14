package cn.ecopark.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.calendar.CaseTime;

/**
 * Writes all that a transaction has to tell the audit just before it commits: what was
 * recorded, and the rows it has changed. So chains are the last that is locked, all of
 * them in one order, and a hot chain is held for an instant only. What is rolled back is
 * not told.
 */
@Component
class AtCommit implements TransactionExecutionListener {

	private static final Who SYSTEM = new Who(0, "", "");

	private final ObjectProvider<JdbcClient> jdbc;

	private final ObjectProvider<JdbcAudit> chains;

	private final ObjectProvider<CaseTime> time;

	private final ObjectProvider<AuditActor> actor;

	/** The transaction manager needs this before it can be used by any of them. */
	AtCommit(ObjectProvider<JdbcClient> jdbc, ObjectProvider<JdbcAudit> chains, ObjectProvider<CaseTime> time,
			ObjectProvider<AuditActor> actor) {
		this.jdbc = jdbc;
		this.chains = chains;
		this.time = time;
		this.actor = actor;
	}

	/** What the present transaction has told so far; set aside with it. */
	private static final class Told implements TransactionSynchronization {

		private final List<AuditEntry.Draft> drafts = new ArrayList<>();

		private final List<AuditEntry.Draft> written = new ArrayList<>();

		@Override
		public void afterCommit() {
			if (!this.drafts.isEmpty()) {
				throw new IllegalStateException("A transaction has ended without its audit: " + this.drafts);
			}
			this.written.forEach(ActLog::tell);
		}

	}

	AuditEntry.Draft draft(String subject, String action, String details) {
		return new AuditEntry.Draft(subject, Instant.now().truncatedTo(ChronoUnit.MICROS), this.time.getObject().now(),
				this.actor.getObject().current().orElse(SYSTEM), action, details);
	}

	/** Keeps it until the present transaction commits. */
	void tell(AuditEntry.Draft draft) {
		Told told = told();
		if (told == null) {
			told = new Told();
			TransactionSynchronizationManager.registerSynchronization(told);
		}
		told.drafts.add(draft);
	}

	private static @Nullable Told told() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return null;
		}
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Told.class::isInstance)
			.map(Told.class::cast)
			.findFirst()
			.orElse(null);
	}

	/** After every synchronization, with the connection of the transaction. */
	@Override
	public void beforeCommit(TransactionExecution transaction) {
		Told told = told();
		List<AuditEntry.Draft> drafts = (told != null) ? new ArrayList<>(told.drafts) : new ArrayList<>();
		if (!transaction.isReadOnly()) {
			drafts.addAll(rows(drafts));
		}
		if (!drafts.isEmpty()) {
			this.chains.getObject().append(drafts);
		}
		if (told != null) {
			told.written.addAll(told.drafts);
			told.drafts.clear();
		}
	}

	/** Whoever did what was recorded has changed the rows. */
	private List<AuditEntry.Draft> rows(List<AuditEntry.Draft> recorded) {
		Map<String, String> noted = NotedRows.read(this.jdbc.getObject());
		if (noted.isEmpty()) {
			return List.of();
		}
		AuditEntry.Draft first = recorded.isEmpty() ? draft("", "", "") : recorded.get(0);
		return noted.entrySet()
			.stream()
			.map((rows) -> new AuditEntry.Draft(rows.getKey(), first.at(), first.caseAt(), first.who(),
					NotedRows.WRITTEN, rows.getValue()))
			.toList();
	}

}
