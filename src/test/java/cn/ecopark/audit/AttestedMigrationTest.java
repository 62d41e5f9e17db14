package cn.ecopark.audit;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that was in use goes on: what is in it is taken over once. */
class AttestedMigrationTest {

	private static final String OLD_HASH = Hash.of(Hash.GENESIS, "case:c1", 1, "2020-01-01T00:00:00Z",
			"2020-01-01T00:00:00Z", 7, "王敏", "MEE", "case.noted", "{}");

	private final DataSource database = TestDatabase.empty();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final AuditKeys keys = AuditKeys.fresh();

	@Test
	void takesOverWhatIsThereOnce() {
		migrate("23", "classpath:db/migration");
		this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, password_hash, created_at)
				VALUES ('wang.min', '王敏', 'x', '2020-01-01T00:00:00Z'), ('li.si', '李四', NULL, '2020-01-01T00:00:00Z')
				""").update();
		this.jdbc
			.sql("""
					INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash)
					VALUES ('case:c1', 1, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 7, '王敏', 'MEE', 'case.noted', '{}', :genesis, :hash)
					""")
			.param("genesis", Hash.GENESIS)
			.param("hash", OLD_HASH)
			.update();
		this.jdbc.sql("INSERT INTO audit_chain (subject, count, head) VALUES ('case:c1', 1, :hash)")
			.param("hash", OLD_HASH)
			.update();

		migrate("latest", "classpath:db/migration");

		AuditWorkshop workshop = new AuditWorkshop(this.database, this.keys);
		workshop.seals.seal();
		AuditReport report = workshop.check.verify();
		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
		assertThat(report.rows()).isEqualTo(2);
		assertThat(this.jdbc.sql("SELECT action FROM audit_entry WHERE subject LIKE 'rows:person:%'")
			.query(String.class)
			.list()).containsOnly(NotedRows.TAKEN_OVER);

		workshop.tamper("UPDATE person SET active = FALSE WHERE id = 2",
				"DELETE FROM audit_entry WHERE subject = 'case:c1' AND seq = 2",
				"UPDATE audit_chain SET count = 1, head = (SELECT hash FROM audit_entry WHERE subject = 'case:c1') WHERE subject = 'case:c1'");
		assertThat(workshop.check.verify().differences()).hasSize(1);
		assertThat(workshop.check.verify().faults()).contains(new Fault("case:c1", 1, Kind.NOT_KEYED));
	}

	/** A column with a value for those that are there, a changed row, a new table. */
	@Test
	void registersWhatALaterMigrationDoes() {
		migrate("latest", "classpath:db/migration");
		AuditWorkshop workshop = new AuditWorkshop(this.database, this.keys);
		workshop.within(() -> this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, created_at)
				VALUES ('wang.min', '王敏', '2020-01-01T00:00:00Z'), ('li.si', '李四', '2020-01-01T00:00:00Z')
				""").update());

		migrate("latest", "classpath:db/migration", "classpath:later-migration");

		assertThat(workshop.check.verify().differences()).isEmpty();
		assertThat(this.jdbc.sql("SELECT display_name FROM person WHERE id = 2").query(String.class).single())
			.isEqualTo("李四四");

		workshop.tamper("UPDATE person SET deputy = TRUE WHERE id = 1");
		assertThat(workshop.check.verify().differences()).hasSize(1);
	}

	private void migrate(String target, String... locations) {
		Flyway.configure()
			.dataSource(this.database)
			.locations(locations)
			.target(target)
			.callbacks(new AttestedMigration(this.keys, ""))
			.load()
			.migrate();
	}

}
