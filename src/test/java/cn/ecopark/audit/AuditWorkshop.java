package cn.ecopark.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;

/** The audit on a database of its own, and the tools of somebody who tampers with it. */
class AuditWorkshop {

	final DataSource database;

	final JdbcClient jdbc;

	private final JdbcTransactionManager transactions;

	Optional<Who> actor = Optional.empty();

	final AuditKeys keys;

	final Audit audit;

	final AuditSeals seals;

	final AuditCheck check;

	AuditWorkshop() {
		this(TestDatabase.migrated(), AuditKeys.fresh());
	}

	AuditWorkshop(DataSource database, AuditKeys keys) {
		this.database = database;
		this.keys = keys;
		this.jdbc = JdbcClient.create(database);
		this.transactions = new JdbcTransactionManager(database);
		this.seals = new AuditSeals(this.jdbc, this.transactions, keys);
		this.check = new AuditCheck(database, this.transactions, keys,
				List.of(() -> AttestedMigration.tables(this.jdbc)), List.of());
		StaticListableBeanFactory beans = new StaticListableBeanFactory(
				Map.of("jdbc", this.jdbc, "chains", new JdbcAudit(this.jdbc, this.keys), "time",
						CaseTimes.ofTheSystem(this.database), "actor", (AuditActor) () -> this.actor));
		AtCommit atCommit = new AtCommit(beans.getBeanProvider(JdbcClient.class),
				beans.getBeanProvider(JdbcAudit.class), beans.getBeanProvider(CaseTime.class),
				beans.getBeanProvider(AuditActor.class));
		this.transactions.addListener(atCommit);
		this.audit = new Audit(this.keys, beans.getBean(JdbcAudit.class), atCommit, this.transactions);
	}

	PlatformTransactionManager transactions() {
		return this.transactions;
	}

	void within(Runnable work) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> work.run());
	}

	void withinRolledBack(Runnable work) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

	/** As the owner of the database could. */
	void tamper(String... statements) {
		within(() -> {
			this.jdbc.sql("SET LOCAL session_replication_role = replica").update();
			for (String sql : statements) {
				this.jdbc.sql(sql).update();
			}
		});
	}

	/** Puts an entry at the end of its chain, and mends the head. */
	void insert(AuditEntry entry) {
		within(() -> {
			this.jdbc
				.sql("""
						INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details,
						                         previous, hash, key_id, mac)
						VALUES (:subject, :seq, :at, :caseAt, :person, :name, :unit, :action, :details, :previous, :hash, :key, :mac)
						""")
				.param("subject", entry.subject())
				.param("seq", entry.seq())
				.param("at", entry.at().atOffset(ZoneOffset.UTC))
				.param("caseAt", entry.caseAt().atOffset(ZoneOffset.UTC))
				.param("person", entry.who().personId())
				.param("name", entry.who().name())
				.param("unit", entry.who().unitId())
				.param("action", entry.action())
				.param("details", entry.details())
				.param("previous", entry.previous())
				.param("hash", entry.hash())
				.param("key", entry.keyId())
				.param("mac", entry.mac())
				.update();
			this.jdbc.sql("UPDATE audit_chain SET count = :count, head = :hash WHERE subject = :subject")
				.param("count", entry.seq())
				.param("hash", entry.hash())
				.param("subject", entry.subject())
				.update();
		});
	}

	/** One statement of any kind, as it stands. */
	void run(String sql) {
		new JdbcTemplate(this.database).execute(sql);
	}

}
