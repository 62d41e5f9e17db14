package cn.ecopark.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.background.GivenUpWork.GivenUp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Work that fails for good, is seen, and is done once more. */
class GivenUpWorkTest {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final DataSource DATABASE = TestDatabase.migrated();

	private final JdbcClient jdbc = JdbcClient.create(DATABASE);

	private final AtomicBoolean broken = new AtomicBoolean(true);

	private final Chore chore = Chore.of("chore", (key, attempt) -> {
		if (this.broken.get()) {
			throw new IllegalStateException("内容");
		}
	}).retry(2, Duration.ofMillis(10));

	@Test
	void isKeptUntilItIsDoneOnceMore() {
		try (Node node = Node.of(DATABASE, this.chore)) {
			GivenUpWork work = work(node);
			node.add(this.chore.kind(), "case-1");
			await().atMost(LONG).until(() -> !this.chore.givenUp.isEmpty() && WorkByHand.waiting(this.jdbc) == 0);

			GivenUp found = work.all(10).get(0);
			assertThat(found.key()).isEqualTo("case-1");
			assertThat(found.attempts()).isEqualTo(2);
			assertThat(found.dossierId()).isEqualTo("case-1");
			assertThat(found.repeatable()).isTrue();
			assertThat(found.fault()).startsWith("java.lang.IllegalStateException\n").doesNotContain("内容");
			assertThat(new QueueState(this.jdbc).byKind()).extracting(QueueState.OfKind::givenUp).containsExactly(1L);

			this.broken.set(false);
			assertThat(List.of(settle(node, work, found.id()), settle(node, work, found.id())))
				.as("only the first of two clicks does it")
				.containsExactly(true, false);
			await().atMost(LONG).until(() -> this.chore.done.contains("case-1"));
			assertThat(this.chore.takenUp).containsExactly("case-1");
			assertThat(work.all(10)).isEmpty();
		}
	}

	@Test
	void needsNobodyOnceItHasBeenDoneAllTheSame() {
		try (Node node = Node.of(DATABASE, this.chore)) {
			GivenUpWork work = work(node);
			node.add(this.chore.kind(), "case-2");
			await().atMost(LONG).until(() -> !work.all(10).isEmpty() && WorkByHand.waiting(this.jdbc) == 0);

			this.broken.set(false);
			node.add(this.chore.kind(), "case-2");

			await().atMost(LONG).until(() -> work.all(10).isEmpty());
		}
	}

	@Test
	void tellsHowMuchWaitsAndForHowLong() {
		QueueState state = new QueueState(this.jdbc);
		try (Node node = Node.withoutWorkers(DATABASE)) {
			node.add(new WorkKind("idle"), "1", "2");
			this.jdbc.sql("""
					UPDATE background_job SET execution_time = now() - INTERVAL '90 seconds'
					 WHERE task_name = 'idle' AND task_instance = '1'
					""").update();

			QueueState.OfKind idle = state.byKind().get(0);

			assertThat(idle.waiting()).isEqualTo(2);
			assertThat(idle.longest()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
		}
		finally {
			this.jdbc.sql("DELETE FROM background_job").update();
		}
	}

	private GivenUpWork work(Node node) {
		StaticListableBeanFactory works = new StaticListableBeanFactory();
		works.addBean("chore", this.chore);
		return new GivenUpWork(this.jdbc, node.queue, works.getBeanProvider(BackgroundWork.class));
	}

	private static boolean settle(Node node, GivenUpWork work, long id) {
		return Boolean.TRUE.equals(node.transaction.execute(status -> work.settle(id).isPresent()));
	}

	@Test
	void isForgottenAfterTheTimeSetOnceItIsSettled() {
		this.jdbc.sql("""
				INSERT INTO background_failure (kind, key, attempts, fault, failed_at, settled_at)
				VALUES ('other', 'open', 1, '', '2018-01-01', NULL),
				       ('other', 'old', 1, '', '2018-01-01', now() - interval '365 days 1 minute'),
				       ('other', 'fresh', 1, '', '2018-01-01', now() - interval '364 days 23 hours 59 minutes')
				""").update();
		try (Node node = Node.of(DATABASE, this.chore)) {
			work(node).forgetSettled(Duration.ofDays(365));
		}

		assertThat(this.jdbc.sql("SELECT key FROM background_failure WHERE kind = 'other' ORDER BY key")
			.query(String.class)
			.list()).containsExactly("fresh", "open");
		this.jdbc.sql("DELETE FROM background_failure WHERE kind = 'other'").update();
	}

}
