package cn.ecopark.audit;

import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.calendar.CaseTimes;

/** The audit on a database of its own, and the tools of somebody who tampers with it. */
class AuditWorkshop {

	final DataSource database = TestDatabase.migrated();

	final JdbcClient jdbc = JdbcClient.create(this.database);

	private final PlatformTransactionManager transactions = new JdbcTransactionManager(this.database);

	Optional<Who> actor = Optional.empty();

	final Audit audit = new Audit(new JdbcAudit(this.jdbc), CaseTimes.ofTheSystem(this.database), () -> this.actor,
			this.transactions);

	final AuditSeals seals = new AuditSeals(this.jdbc, this.transactions);

	final AuditCheck check = new AuditCheck(this.database, this.transactions);

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

}
