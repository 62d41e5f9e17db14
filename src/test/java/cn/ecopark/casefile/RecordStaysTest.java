package cn.ecopark.casefile;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is on record stays, by whatever way somebody comes to the tables. */
class RecordStaysTest {

	private static JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());

	@BeforeEach
	void somethingIsOnRecord() {
		jdbc = JdbcClient.create(TestDatabase.migrated());
		FilledRecord.of(jdbc);
	}

	static Stream<String> appendOnly() {
		return Stream.of("opinion", "ballot", "timeline_entry", "case_trace");
	}

	@ParameterizedTest
	@MethodSource("appendOnly")
	void isNeitherChangedNorDeletedNorEmptied(String table) {
		assertStays(table, "UPDATE " + table + " SET at = at + interval '1 second'");
		assertStays(table, "DELETE FROM " + table);
		assertThatThrownBy(() -> jdbc.sql("TRUNCATE " + table + " CASCADE").update())
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("What is on record");
	}

	@ParameterizedTest
	@ValueSource(strings = { "state = 'DRAFT'", "sha256 = repeat('0', 64)", "file_name = 'x'", "audience = 'PUBLIC'",
			"at = now()", "uploaded_by = NULL", "findings = '[1]'" })
	void leavesASubmittedDocumentAsItIs(String change) {
		assertStays("document_version", "UPDATE document_version SET " + change + " WHERE state = 'SUBMITTED'");
		assertStays("document_version", "DELETE FROM document_version WHERE state = 'SUBMITTED'");
	}

	@Test
	void letsADocumentChangeUntilItIsSubmitted() {
		assertThatCode(() -> {
			jdbc.sql("UPDATE document_version SET state = 'REFUSED' WHERE state = 'CHECKING'").update();
			jdbc.sql("DELETE FROM document_version WHERE state = 'REFUSED'").update();
			jdbc.sql("UPDATE document_version SET state = 'SUBMITTED' WHERE state = 'DRAFT'").update();
		}).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "remark = 'x'", "subject = 'x'", "number = 9", "state = 'OPEN'", "answer = 'x'",
			"answered_at = now()" })
	void leavesAnAnsweredPointAsItWasRaisedAndAnswered(String change) {
		jdbc.sql("UPDATE correction_point SET state = 'ANSWERED', answer = '已补', answered_at = now()").update();

		assertStays("correction_point", "UPDATE correction_point SET " + change);
		assertStays("correction_point", "DELETE FROM correction_point");
	}

	@Test
	void letsAPointGoForward() {
		assertThat(
				jdbc.sql("UPDATE correction_point SET state = 'ANSWERED', answer = '已补', answered_at = now()").update())
			.isOne();
		assertThat(jdbc.sql("UPDATE correction_point SET state = 'SETTLED'").update()).isOne();
		assertStays("correction_point", "UPDATE correction_point SET state = 'ANSWERED'");
	}

	@Test
	void closesAVisitToAStepOnceAndChangesNothingElseOfIt() {
		for (String change : List.of("unit_id = 'MEE'", "entered_at = now()", "step_key = 'x'",
				"due_on = '2018-01-01'")) {
			assertStays("step_run", "UPDATE step_run SET " + change);
		}
		jdbc.sql("UPDATE step_run SET left_at = now(), working_days = 1, ended_as = 'LAPSED', ended_by = '未反馈'")
			.update();

		assertStays("step_run", "UPDATE step_run SET ended_as = 'DONE'");
		assertStays("step_run", "DELETE FROM step_run");
		assertThatThrownBy(() -> jdbc.sql("TRUNCATE step_run").update()).hasMessageContaining("What is on record");
	}

	private static void assertStays(String table, String change) {
		List<String> before = rows(table);
		assertThat(before).as("rows of %s", table).isNotEmpty();
		assertThatThrownBy(() -> jdbc.sql(change).update()).as(change)
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("What is on record in " + table + " stays as it is");
		assertThat(rows(table)).isEqualTo(before);
	}

	private static List<String> rows(String table) {
		return jdbc.sql("SELECT t::text FROM " + table + " t ORDER BY 1").query(String.class).list();
	}

}
