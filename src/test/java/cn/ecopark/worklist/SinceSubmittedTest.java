package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.worklist.SinceSubmitted.Found;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of all that may have happened since a submission keeps it from being taken back.
 */
class SinceSubmittedTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final Instant SUBMITTED = Instant.parse("2018-03-01T02:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2018, 3, 2);

	private static final Found NOTHING = new Found(false, false, false, false, false);

	private final WorkItems items = new WorkItems(JDBC, JsonMapper.builder().build());

	private final CaseTime time = CaseTimes.movable(DATABASE);

	private final SinceSubmitted since = new SinceSubmitted(JDBC, this.time);

	/** Task 1 was submitted, and task 2 came of it; task 3 is another's. */
	@BeforeEach
	void aTaskCameOfAnother() {
		JDBC.sql(
				"""
						TRUNCATE work_item, task_draft, document_version, remark, upload, decision_proposal, urging, case_suspension,
						         case_stage CASCADE
						""")
			.update();
		new TestRegister(JDBC).task(1, "case-1", "PARK-1").task(2, "case-1", "PROVINCE").task(3, "case-2", "PROVINCE");
		JDBC.sql("UPDATE work_item SET case_id = dossier_id").update();
		CaseTimes.begin(JDBC, this.time, TODAY.atTime(10, 0).atZone(CaseTime.ZONE).toInstant());
	}

	@Test
	void isNothingAtFirst() {
		assertThat(found()).isEqualTo(NOTHING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE work_item SET claimed_by = 9 WHERE id = ?",
			"UPDATE work_item SET state = 'DONE', ended_as = 'DONE', outcome = 'FORWARD', done_by = 9, done_at = now() WHERE id = ?",
			"INSERT INTO task_draft (work_item_id, person_id, fields, saved_at) VALUES (?, 9, '{}', now())",
			"""
					INSERT INTO document_version (work_item_id, dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, audience, state, submission)
					VALUES (?, 'case-1', 'supplement', 1, '意见.pdf', 'application/pdf', 1, repeat('a', 64), 9, '经办', 'PROVINCE', now(),
					        'AUTHORITIES', 'DRAFT', 's')
					""",
			"""
					INSERT INTO remark (work_item_id, version_id, dossier_id, kind, number, page, places, quote, quote_normal, text,
					                    audience, person_id, person_name, unit_id, unit_name, at)
					VALUES (?, 1, 'case-1', 'plan', 1, 1, '[]', '', '', '请说明', 'AUTHORITIES', 9, '经办', 'PROVINCE', '省厅', now())
					""",
			"""
					INSERT INTO upload (work_item_id, id, dossier_id, kind, file_name, length, fingerprint, person_id)
					VALUES (?, gen_random_uuid(), 'case-1', 'supplement', '意见.pdf', 1, 'f', 9)
					""",
			"""
					INSERT INTO decision_proposal (work_item_id, dossier_id, unit_id, person_id, person_name, at, outcome, fields,
					                               form_digest, documents, decided_text)
					VALUES (?, 'case-1', 'PROVINCE', 9, '经办', now(), 'FORWARD', '{}', '', '[]', '')
					""",
			"""
					INSERT INTO urging (work_item_id, dossier_id, act, text, person_id, at)
					VALUES (?, 'case-1', 'SILENCE', '逾期未答复（虚构）', 9, now())
					""" })
	void isThatTheNextHasBegun(String what) {
		JDBC.sql(what).param(3L).update();
		assertThat(found()).as("in another case").isEqualTo(NOTHING);

		JDBC.sql(what.replace("'plan', 1", "'plan', 2").replace("'supplement', 1", "'supplement', 2"))
			.param(2L)
			.update();

		assertThat(found()).isEqualTo(new Found(false, false, true, false, false));
	}

	/** Whoever is only reminded has not begun. */
	@Test
	void isNothingWhereTheNextWasUrged() {
		urged(2, "URGED", null);

		assertThat(found()).isEqualTo(NOTHING);
	}

	@Test
	void isALastDayThatTheTaskHadBeenGiven() {
		urged(1, "LAST_DAY", LocalDate.of(2018, 3, 9));

		assertThat(found()).isEqualTo(new Found(false, false, false, true, false));
	}

	@Test
	void isALimitThatIsOverOfOneOrTheOther() {
		due(1, TODAY);
		due(2, TODAY);
		assertThat(found()).as("the last day still counts").isEqualTo(NOTHING);

		due(1, TODAY.minusDays(1));
		assertThat(found().limitOver()).isTrue();

		due(1, TODAY);
		due(2, TODAY.minusDays(1));
		assertThat(found().limitOver()).isTrue();
	}

	@Test
	void isThatTheCaseStandsStillOrDidSoSince() {
		stoodStill("2018-02-01T00:00:00Z", "2018-02-20T00:00:00Z");
		assertThat(found()).as("before").isEqualTo(NOTHING);

		stoodStill("2018-02-25T00:00:00Z", "2018-03-01T03:00:00Z");
		assertThat(found()).isEqualTo(new Found(true, false, false, false, false));
		JDBC.sql("DELETE FROM case_suspension").update();

		stoodStill("2018-03-01T03:00:00Z", null);
		assertThat(found()).isEqualTo(new Found(true, false, false, false, false));
	}

	@Test
	void isAnotherStage() {
		entered("2018-03-01T01:59:59Z");
		assertThat(found()).as("before").isEqualTo(NOTHING);

		entered("2018-03-01T02:00:00Z");
		assertThat(found()).isEqualTo(new Found(false, true, false, false, false));
	}

	private Found found() {
		return this.since.of(this.items.find(1).orElseThrow(), List.of(2L), SUBMITTED);
	}

	private static void urged(long task, String act, @Nullable LocalDate lastDay) {
		JDBC.sql("""
				INSERT INTO urging (work_item_id, dossier_id, act, text, last_day, person_id, at)
				VALUES (:task, 'case-1', :act, '请抓紧（虚构）', :lastDay, 9, now())
				""").param("task", task).param("act", act).param("lastDay", lastDay).update();
	}

	private static void due(long task, LocalDate day) {
		JDBC.sql("UPDATE work_item SET due_on = :day, sort_due = :day WHERE id = :task")
			.param("task", task)
			.param("day", day)
			.update();
	}

	private static void stoodStill(String from, @Nullable String until) {
		JDBC.sql(
				"""
						INSERT INTO case_suspension (case_id, ground, ground_zh, ground_en, reason, document, suspended_at, suspended_by,
						                             taken_up_at, taken_up_by, taken_up_why)
						VALUES ('case-1', 'CRIMINAL_CASE', '涉刑', 'Crime', '虚构', '', CAST(:from AS timestamptz), 9,
						        CAST(:until AS timestamptz), CASE WHEN CAST(:until AS text) IS NULL THEN NULL ELSE 9 END,
						        CASE WHEN CAST(:until AS text) IS NULL THEN NULL ELSE '虚构' END)
						""")
			.param("from", from)
			.param("until", until)
			.update();
	}

	private static void entered(String at) {
		JDBC.sql("INSERT INTO case_stage (case_id, stage, entered_at) VALUES ('case-1', 's', CAST(:at AS timestamptz))")
			.param("at", at)
			.update();
	}

}
