package cn.ecopark.audit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.shared.Cursor;

import static org.assertj.core.api.Assertions.assertThat;

/** People and subjects are found as in every other list: by the fold of ADR 46. */
class AuditSearchTest {

	private static final String ENTRY = """
			INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash)
			VALUES (:subject, 1, now(), now(), :person, :name, 'MEE', 'case.opened', '{}', '', :subject)
			""";

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());

	private final AuditSearch search = new AuditSearch(this.jdbc);

	@BeforeEach
	void record() {
		entry("numbers:环科财-2019", 7, "买买提·吐尔逊");
		entry("numbers:环发-2019", 8, "赵六（代）");
		entry("case:11", 9, "");
	}

	private void entry(String subject, long person, String name) {
		this.jdbc.sql("INSERT INTO audit_chain (subject, count, head) VALUES (:subject, 1, :subject)")
			.param("subject", subject)
			.update();
		this.jdbc.sql(ENTRY).param("subject", subject).param("person", person).param("name", name).update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "买买提·吐尔逊", "买买提•吐", "买买提・吐尔逊", "提 · 吐", "7", "７" })
	void findsAPersonInWhateverWidthAndWithWhateverDots(String person) {
		assertThat(found(person, "")).containsExactly("numbers:环科财-2019");
	}

	@ParameterizedTest
	@ValueSource(strings = { "赵六(代)", "六【代】", "赵六〔代" })
	void findsAPersonWithWhateverBrackets(String person) {
		assertThat(found(person, "")).containsExactly("numbers:环发-2019");
	}

	@ParameterizedTest
	@ValueSource(strings = { "numbers:环科财-2019", "ＮＵＭＢＥＲＳ：环科财", "环科财—2019", "环科财——２０１９" })
	void findsASubjectInWhateverWidthAndWithWhateverDashes(String subject) {
		assertThat(found("", subject)).containsExactly("numbers:环科财-2019");
	}

	@ParameterizedTest
	@ValueSource(strings = { "钱", "代)(", "77", "%", "_" })
	void findsNobodyElse(String person) {
		assertThat(found(person, "")).isEmpty();
		assertThat(found("", person)).isEmpty();
	}

	@Test
	void withoutWordsFindsAll() {
		assertThat(found("", "")).hasSize(3);
		assertThat(this.search.count(query("买买提", "环科财"), 10)).isEqualTo(1);
		assertThat(this.search.count(query("买买提", "环发"), 10)).isZero();
	}

	/** Entries are not read through for the sake of the words. */
	@Test
	void entriesOfManyAreFoundByTheIndexOfTime() {
		this.jdbc
			.sql("""
					INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash)
					SELECT 'case:11', place + 1, now() - place * interval '1 minute', now(), 9, '甲', 'MEE', 'case.opened', '{}', '', place::text
					  FROM generate_series(1, 20000) AS one (place)""")
			.update();
		this.jdbc.sql("ANALYZE audit_entry").update();
		String plan = String.join("\n",
				this.jdbc.sql("EXPLAIN " + AuditSearch.NAMES).param("person", "买买提").query(String.class).list());

		assertThat(plan).contains("audit_entry_by_name").doesNotContain("Seq Scan on audit_entry");
		assertThat(found("买买提", "")).containsExactly("numbers:环科财-2019");
	}

	private List<String> found(String person, String subject) {
		return this.search.page(query(person, subject), Cursor.start(), 50)
			.rows()
			.stream()
			.map(AuditEntry::subject)
			.toList();
	}

	private static AuditQuery query(String person, String subject) {
		return new AuditQuery(null, null, person, List.of(), subject, false);
	}

}
