package cn.ecopark.background;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What waits at the moment of the upgrade goes on, whoever had it in hand. */
class QueueMigrationTest {

	private static final String BEFORE = "77";

	private final DataSource database = withWhatWaited();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	/**
	 * Documents, texts and merged PDFs at every stage; whose they are does not matter.
	 */
	private static DataSource withWhatWaited() {
		PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.migratedTo(BEFORE);
		database.setOptions("-c session_replication_role=replica");
		JdbcClient jdbc = JdbcClient.create(database);
		for (String state : List.of("CHECKING", "DRAFT", "CHECKING", "REFUSED", "SUBMITTED")) {
			jdbc.sql(
					"""
							INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
							                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
							SELECT 'c', 'plan', count(*) + 1, '规划.pdf', 'application/pdf', 1, 'd', 1, '张三', 'PARK-1', now(), 7,
							       'AUTHORITIES', :state, count(*)::text FROM document_version
							""")
				.param("state", state)
				.update();
		}
		jdbc.sql("""
				INSERT INTO paper_text (sha256, media_type, state, reason, pages, done, attempts, claim, due_at) VALUES
				('waits', 'application/pdf', 'WAITING', NULL, NULL, 0, 0, NULL, now()),
				('halfway', 'application/pdf', 'WAITING', NULL, 9, 4, 2, gen_random_uuid(), now() + INTERVAL '1 hour'),
				('read', 'application/pdf', 'READ', NULL, 2, 2, 1, NULL, now()),
				('broken', 'application/pdf', 'UNREADABLE', 'damaged', NULL, 0, 1, NULL, now())
				""").update();
		jdbc.sql("""
				INSERT INTO paper_page (sha256, number, text, normal, bigrams) VALUES
				('halfway', 1, '总论', '总论', ''), ('read', 1, '总论', '总论', '')
				""").update();
		jdbc.sql(
				"""
						INSERT INTO whole_file_job (id, case_id, person_id, unit_id, state, ordered_at, attempts, worker, leased_until, done,
						                            total, sha256, size)
						VALUES ('j1', 'c', 1, 'A', 'WAITING', now(), 0, NULL, NULL, 0, 0, NULL, NULL),
						       ('j2', 'c', 2, 'A', 'RUNNING', now(), 1, 'node', now() + INTERVAL '1 hour', 3, 9, NULL, NULL),
						       ('j3', 'c', 3, 'A', 'READY', now(), 1, NULL, NULL, 9, 9, 'x', 5),
						       ('j4', 'c', 4, 'A', 'FAILED', now(), 3, NULL, NULL, 0, 0, NULL, NULL)
						""")
			.update();
		jdbc.sql("UPDATE calendar_version SET version = 3").update();
		jdbc.sql(
				"INSERT INTO due_recount (work_item_id, began_on, days) VALUES (41, '2018-03-01', 15), (42, '2018-03-02', 5)")
			.update();
		jdbc.sql("INSERT INTO notice_recount (batch_id) VALUES ('n1')").update();
		TestDatabase.migrate(database, "latest");
		return database;
	}

	@Test
	void takesOverAllThatWaitedAndNothingElse() {
		List<String> checking = this.jdbc
			.sql("SELECT id::text FROM document_version WHERE state = 'CHECKING' ORDER BY id")
			.query(String.class)
			.list();
		assertThat(checking).hasSize(2);
		assertThat(keys("document-judging")).isEqualTo(checking);
		assertThat(keys("text-reading")).containsExactlyInAnyOrder("waits", "halfway");
		assertThat(keys("whole-file")).containsExactlyInAnyOrder("j1", "j2");
		assertThat(keys("limit-recount")).containsExactlyInAnyOrder("41:3", "42:3");
		assertThat(keys("notice-recount")).containsExactly("n1:3");
		assertThat(this.jdbc.sql("SELECT days FROM due_recount ORDER BY work_item_id").query(Integer.class).list())
			.containsExactly(15, 5);
		assertThat(this.jdbc.sql("SELECT count(*) FROM background_job WHERE picked OR execution_time > now()")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void keepsWhatWasReadSoFar() {
		assertThat(this.jdbc.sql("SELECT sha256 || ' ' || state || ' ' || done FROM document_text ORDER BY sha256")
			.query(String.class)
			.list()).containsExactly("broken UNREADABLE 0", "halfway WAITING 4", "read READ 2", "waits WAITING 0");
		assertThat(this.jdbc.sql("SELECT count(*) FROM document_page").query(Long.class).single()).isEqualTo(2);
		assertThat(this.jdbc.sql("SELECT state FROM whole_file_job ORDER BY id").query(String.class).list())
			.containsExactly("WAITING", "WAITING", "READY", "FAILED");
	}

	@Test
	void isDoneByTheNodesOfThePresentProgram() {
		Chore judging = Chore.of("document-judging", (key, attempt) -> {
		});
		Chore reading = Chore.of("text-reading", (key, attempt) -> {
		});
		Chore making = Chore.of("whole-file", (key, attempt) -> {
		});
		Chore limits = Chore.of("limit-recount", (key, attempt) -> {
		});
		Chore notices = Chore.of("notice-recount", (key, attempt) -> {
		});
		List<String> inOrder = keys("document-judging");
		try (Node node = Node.of(this.database, judging, reading, making, limits, notices)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> WorkByHand.waiting(this.jdbc) == 0);
			node.stop();
		}
		assertThat(judging.done).isEqualTo(inOrder);
		assertThat(reading.done).containsExactlyInAnyOrder("waits", "halfway");
		assertThat(making.done).containsExactlyInAnyOrder("j1", "j2");
	}

	private List<String> keys(String kind) {
		return this.jdbc.sql("SELECT task_instance FROM background_job WHERE task_name = :kind ORDER BY execution_time")
			.param("kind", kind)
			.query(String.class)
			.list();
	}

}
