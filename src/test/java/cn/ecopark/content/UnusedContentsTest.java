package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Contents that nothing refers to for a week. */
class UnusedContentsTest {

	private static final Duration WEEK = Duration.ofDays(7);

	private JdbcClient jdbc;

	private JdbcTransactionManager transactions;

	private ContentStore store;

	private UnusedContents unused;

	@BeforeEach
	void openDatabase() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		this.transactions = new JdbcTransactionManager(database);
		this.store = new PostgresContentStore(this.jdbc, this.transactions);
		this.unused = new UnusedContents(this.jdbc, this.store);
	}

	@Test
	void goAfterAWeekAndNotBefore() {
		String old = kept("旧", "7 days 1 minute");
		String fresh = kept("新", "6 days 23 hours 59 minutes");

		assertThat(this.unused.remove(WEEK)).isOne();

		assertThat(this.store.find(old)).isEmpty();
		assertThat(this.store.find(fresh)).isPresent();
		assertThat(this.jdbc.sql("SELECT count(*) FROM content_part").query(Long.class).single()).isOne();
	}

	@Test
	void stayHoweverOldWhileADocumentOrAnOrderRefersToThem() {
		FilledRecord.of(this.jdbc);
		String ordered = kept("整卷", "1 minute");
		this.jdbc.sql("""
				INSERT INTO whole_file_job (id, case_id, person_id, unit_id, state, ordered_at, sha256, size)
				VALUES ('j', 'case-1', 11, 'OFFICE', 'READY', now(), :sha256, 1)
				""").param("sha256", ordered).update();
		String orphan = kept("孤", "1 minute");
		this.jdbc.sql("UPDATE content SET stored_at = '2000-01-01'").update();

		assertThat(this.unused.remove(WEEK)).isOne();

		assertThat(this.jdbc.sql("SELECT sha256 FROM content").query(String.class).list())
			.containsExactlyInAnyOrder("a".repeat(64), ordered)
			.doesNotContain(orphan);
	}

	/** Somebody hands the same file in again before anything refers to it. */
	@Test
	void stayWhenTheyAreKeptAnew() {
		String content = kept("又", "8 days");

		keep("又");

		assertThat(this.unused.remove(WEEK)).isZero();
		assertThat(this.store.find(content)).isPresent();
	}

	/** Found as unused, and kept anew before it is removed. */
	@Test
	void stayWhenTheyAreKeptAnewAtThatMoment() {
		String content = kept("同时", "8 days");
		CompletableFuture<Boolean> removed = new CompletableFuture<>();

		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.store.keep("同时".getBytes(StandardCharsets.UTF_8));
			removed.completeAsync(() -> this.store.removeUnused(content, WEEK));
			waitsForALock();
		});

		assertThat(removed.join()).isFalse();
		assertThat(this.store.find(content)).isPresent();
	}

	private void waitsForALock() {
		await().until(
				() -> this.jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Long.class).single() > 0);
	}

	private String kept(String text, String ago) {
		String sha256 = keep(text);
		this.jdbc.sql("UPDATE content SET stored_at = now() - CAST(:ago AS interval) WHERE sha256 = :sha256")
			.param("ago", ago)
			.param("sha256", sha256)
			.update();
		return sha256;
	}

	private String keep(String text) {
		try {
			return this.store.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).sha256();
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
