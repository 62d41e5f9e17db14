package cn.ecopark.audit;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import cn.ecopark.audit.AuditReport.Change;
import cn.ecopark.audit.AuditReport.Difference;
import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rows on record are registered in the audit by whoever writes them. */
class AttestedRowsTest {

	private static final String PERSON = """
			INSERT INTO person (sign_in_name, display_name, password_hash, created_at)
			VALUES ('wang.min', '王敏', 'secret', '2020-01-01T08:00:00+08:00')
			""";

	private final AuditWorkshop workshop = new AuditWorkshop();

	@Test
	void registersWhatATransactionWritesAndNothingOfWhatItRollsBack() {
		write(PERSON, "UPDATE person SET display_name = '王敏敏'");
		this.workshop.withinRolledBack(() -> this.workshop.jdbc.sql("UPDATE person SET display_name = '别人'").update());

		AuditReport report = this.workshop.check.verify();

		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
		assertThat(report.rows()).isEqualTo(1);
	}

	@Test
	void foldsAllRowsOfACommandIntoOneEntryOfEachChain() {
		write(PERSON, "UPDATE person SET display_name = '王敏敏'", "INSERT INTO expert VALUES (1, '环境管理', '大学', '教授')");

		assertThat(entries()).containsExactly("rows:person:1 rows.written");
	}

	@Test
	void keepsSecretsByDigestOnly() {
		write(PERSON);

		String details = this.workshop.jdbc.sql("SELECT details FROM audit_entry").query(String.class).single();
		assertThat(details).contains("王敏").doesNotContain("secret\"");
	}

	@Test
	void findsWhatWasChangedAddedAndDeleted() {
		write(PERSON, PERSON.replace("wang.min", "li.si"));

		this.workshop.tamper("UPDATE person SET password_hash = 'mine', active = FALSE WHERE id = 1",
				"DELETE FROM person WHERE id = 2", PERSON.replace("wang.min", "intruder"));

		assertThat(this.workshop.check.verify().differences()).extracting(AttestedRowsTest::told)
			.containsExactlyInAnyOrder("CHANGED person 1 active", "CHANGED person 1 password_hash",
					"DELETED person 2 null", "ADDED person 3 null");
	}

	@Test
	void neverTakesWhatSomebodyElseChangedForItsOwn() {
		write(PERSON);
		this.workshop.tamper("UPDATE person SET active = FALSE");

		write("UPDATE person SET display_name = '王敏敏'");

		assertThat(this.workshop.check.verify().differences()).extracting(AttestedRowsTest::told)
			.containsExactly("CHANGED person 1 active");
	}

	@Test
	void findsARowThatWasDeletedAndWrittenAgain() {
		write(PERSON);
		write("DELETE FROM person");
		assertThat(this.workshop.check.verify().isIntact()).isTrue();

		this.workshop.tamper(PERSON.replace("INSERT INTO person (", "INSERT INTO person (id, ")
			.replace("VALUES (", "OVERRIDING SYSTEM VALUE VALUES (1, "));

		assertThat(this.workshop.check.verify().differences()).extracting(Difference::change)
			.containsExactly(Change.ADDED);
	}

	@Test
	void refusesAnEmptyAuditWhereThereIsSomethingOnRecord() {
		write(PERSON);

		this.workshop.tamper("DELETE FROM audit_entry", "DELETE FROM audit_chain");

		assertThat(this.workshop.check.verify().faults()).contains(new Fault("audit", 0, Kind.EMPTY));
	}

	@Test
	void isNotDeceivedByAForgedEntry() {
		write(PERSON);
		this.workshop.tamper("UPDATE person SET active = FALSE");
		AuditEntry last = this.workshop.audit.entries(new Subject("rows:person:1"), 9, 1).get(0);
		AuditEntry forged = AuditEntry.after(last.hash(), last.subject(), 2,
				new AuditEntry.Draft(last.subject(), last.at(), last.caseAt(), last.who(), NotedRows.WRITTEN,
						"{\"rows\":[[\"rows:person:1\",\"person\",\"1\",\"UPDATE\",{\"active\":\"false\"}]]}"),
				AuditKeys.fresh());
		this.workshop.insert(forged);

		AuditReport report = this.workshop.check.verify();

		assertThat(report.faults()).containsExactly(new Fault("rows:person:1", 2, Kind.KEY_UNKNOWN));
		assertThat(report.differences()).extracting(AttestedRowsTest::told).containsExactly("CHANGED person 1 active");
	}

	@Test
	void findsThatATriggerWasSwitchedOff() {
		this.workshop
			.within(() -> this.workshop.jdbc.sql("ALTER TABLE ballot DISABLE TRIGGER row_is_attested").update());

		assertThat(this.workshop.check.verify().faults())
			.containsExactly(new Fault("trigger ballot.row_is_attested", 0, Kind.GUARD_CHANGED));
	}

	@Test
	void doesNotEmptyWhatIsOnRecord() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.workshop.jdbc.sql("TRUNCATE opinion CASCADE").update())
			.withStackTraceContaining("What is on record");
	}

	/** Ten thousand rows in one transaction take a second or two, not minutes. */
	@Test
	void registersManyRowsAtOnce() {
		write("""
				INSERT INTO person (sign_in_name, display_name, created_at)
				SELECT 'person.' || n, '某人', now() FROM generate_series(1, 10000) AS n
				""");

		AuditReport report = this.workshop.check.verify();
		assertThat(report.rows()).isEqualTo(10_000);
		assertThat(report.isIntact()).isTrue();
	}

	private void write(String... statements) {
		this.workshop.within(() -> List.of(statements).forEach((sql) -> this.workshop.jdbc.sql(sql).update()));
	}

	private List<String> entries() {
		return this.workshop.jdbc.sql("SELECT subject || ' ' || action FROM audit_entry").query(String.class).list();
	}

	private static String told(Difference difference) {
		return difference.change() + " " + difference.table() + " " + difference.key() + " " + difference.column();
	}

}
