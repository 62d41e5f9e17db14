package cn.ecopark.background;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.background.Attempt.LeftOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** One queue, one or two nodes, and work that goes well or wrong. */
class BackgroundQueueTest {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final DataSource DATABASE = TestDatabase.migrated();

	private final JdbcClient jdbc = JdbcClient.create(DATABASE);

	private final List<Node> nodes = new ArrayList<>();

	private final CountDownLatch goOn = new CountDownLatch(1);

	private final Chore quick = Chore.of("quick", (key, attempt) -> {
	});

	/** Goes on when the test says so, and no sooner for being interrupted. */
	private final Chore slow = Chore.of("slow", (key, attempt) -> awaitGoingOn());

	@AfterEach
	void stop() {
		this.goOn.countDown();
		this.nodes.forEach(Node::close);
		this.jdbc.sql("DELETE FROM background_job").update();
	}

	private Node started(Node node) {
		this.nodes.add(node);
		return node;
	}

	private void awaitGoingOn() {
		boolean interrupted = false;
		while (this.goOn.getCount() > 0) {
			try {
				this.goOn.await();
			}
			catch (InterruptedException ignored) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void beginsOnTheSameNodeAsSoonAsItIsCommitted() {
		Node node = started(Node.thatIsWoken(DATABASE, this.quick));
		node.add(this.quick.kind(), "first");
		await().atMost(LONG).until(() -> waiting() == 0);
		await().pollDelay(Duration.ofMillis(500)).until(() -> true);
		AtomicInteger within = new AtomicInteger();

		node.transaction.executeWithoutResult(status -> {
			node.queue.add(this.quick.kind(), "a");
			within.set(this.quick.begun.size() - 1);
		});

		await().atMost(Duration.ofSeconds(5)).until(() -> this.quick.done.contains("a") && waiting() == 0);
		assertThat(within).hasValue(0);
	}

	@Test
	void isFoundByOtherNodes() {
		Node taking = started(Node.withoutWorkers(DATABASE));
		started(Node.of(DATABASE, this.quick));

		taking.add(this.quick.kind(), "a");

		await().atMost(LONG).until(() -> this.quick.done.contains("a"));
	}

	@Test
	void doesTheSameKeyOnceHoweverOftenItIsAddedInOneTransaction() {
		Node node = started(Node.thatIsWoken(DATABASE, this.quick));

		node.add(this.quick.kind(), "a", "b", "a", "a");

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(this.quick.done).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void doesTheSameKeyOnceThoughTwoAddItAtOnce() throws Exception {
		Node node = started(Node.withoutWorkers(DATABASE));
		CyclicBarrier both = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> added = new ArrayList<>();
			for (int thread = 0; thread < 2; thread++) {
				added.add(threads.submit(() -> node.transaction.executeWithoutResult(status -> {
					meet(both);
					IntStream.range(0, 50).forEach(key -> node.queue.add(this.quick.kind(), "key " + key));
				})));
			}
			for (Future<?> one : added) {
				one.get(30, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(waiting()).isEqualTo(50);

		started(Node.of(DATABASE, this.quick));

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(this.quick.done).hasSize(50).doesNotHaveDuplicates();
	}

	private static void meet(CyclicBarrier both) {
		try {
			both.await(10, TimeUnit.SECONDS);
		}
		catch (Exception alone) {
			throw new IllegalStateException(alone);
		}
	}

	@Test
	void forgetsWhatIsRolledBack() {
		Node node = started(Node.of(DATABASE, this.quick));

		node.transaction.executeWithoutResult(status -> {
			node.queue.add(this.quick.kind(), "a");
			status.setRollbackOnly();
		});
		node.add(this.quick.kind(), "b");

		await().atMost(LONG).until(() -> this.quick.done.contains("b") && waiting() == 0);
		assertThat(this.quick.begun).containsExactly("b");
	}

	@Test
	void takesNothingOutsideATransaction() {
		Node node = started(Node.withoutWorkers(DATABASE));

		assertThatIllegalStateException().isThrownBy(() -> node.queue.add(this.quick.kind(), "a"));
		assertThat(waiting()).isZero();
	}

	@Test
	void isDoneOnceByTwoNodes() {
		Node first = started(Node.of(DATABASE, this.quick));
		started(Node.of(DATABASE, this.quick));

		first.add(this.quick.kind(), IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new));

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(this.quick.done).hasSize(200).doesNotHaveDuplicates();
	}

	/** The node goes on later, and finds that it decides nothing any more. */
	@Test
	void takesOverFromANodeThatIsNotHeardOf() {
		Node dead = started(Node.thatIsWoken(DATABASE, this.slow));
		dead.add(this.slow.kind(), "a");
		await().atMost(LONG).until(() -> this.slow.begun.size() == 1);

		dead.cut();
		started(Node.of(DATABASE, Chore.of("slow", (key, attempt) -> this.quick.carryOut(key, attempt))));

		await().atMost(LONG).until(() -> this.quick.done.contains("a") && waiting() == 0);
		dead.mend();
		this.goOn.countDown();
		await().atMost(LONG).until(() -> this.slow.done.size() == 1);
		dead.add(this.slow.kind(), "b");
		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(this.quick.begun).containsOnlyOnce("a");
		assertThat(this.slow.givenUp).isEmpty();
	}

	@Test
	void keepsTheWorkOfANodeThatIsSlowButAlive() {
		Node node = started(Node.thatIsWoken(DATABASE, this.slow));
		node.add(this.slow.kind(), "a");
		await().atMost(LONG).until(() -> this.slow.begun.size() == 1);
		Chore other = Chore.of("slow", (key, attempt) -> {
		});
		started(Node.of(DATABASE, other));

		await().during(Duration.ofSeconds(2)).atMost(LONG).until(other.begun::isEmpty);
	}

	/** As work may that kills whoever does it. */
	@Test
	void countsADeathAsAnAttempt() {
		Chore deadly = this.slow.retry(1, Duration.ZERO);
		Node dead = started(Node.thatIsWoken(DATABASE, deadly));
		dead.add(deadly.kind(), "a");
		await().atMost(LONG).until(() -> deadly.begun.size() == 1);
		dead.cut();
		Chore other = Chore.of("slow", (key, attempt) -> {
		}).retry(1, Duration.ZERO);

		started(Node.of(DATABASE, other));

		await().atMost(LONG).until(() -> other.givenUp.contains("a") && waiting() == 0);
		assertThat(other.begun).isEmpty();
	}

	/** By its own count it was the last attempt, but it is another's now. */
	@Test
	void aNodeBelievedDeadGivesNothingUp() {
		Chore failing = Chore.of("slow", (key, attempt) -> {
			awaitGoingOn();
			throw new IOException("too late");
		}).retry(2, Duration.ZERO);
		this.jdbc
			.sql("""
					INSERT INTO background_job (task_name, task_instance, execution_time, picked, version, consecutive_failures)
					VALUES ('slow', 'a', now(), FALSE, 1, 1)
					""")
			.update();
		Node dead = started(Node.of(DATABASE, failing));
		await().atMost(LONG).until(() -> failing.begun.size() == 1);
		dead.cut();
		this.jdbc.sql("UPDATE background_job SET version = version + 1").update();

		dead.mend();
		this.goOn.countDown();
		dead.stop();

		assertThat(failing.givenUp).isEmpty();
		assertThat(waiting()).isOne();
	}

	@Test
	void triesAgainUntilTheAttemptsAreUsedUp() {
		Chore failing = Chore.of("failing", (key, attempt) -> {
			throw new IOException("again");
		});
		Node node = started(Node.of(DATABASE, failing, this.quick));

		node.add(failing.kind(), "a");

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(failing.begun).containsExactly("a", "a", "a");
		assertThat(failing.givenUp).containsExactly("a");
		node.add(this.quick.kind(), "b");
		await().atMost(LONG).until(() -> this.quick.done.contains("b"));
	}

	@Test
	void aFaultOfTheMachineIsAnAttemptToo() {
		Chore failing = Chore.of("failing", (key, attempt) -> {
			throw new StackOverflowError();
		});
		Node node = started(Node.of(DATABASE, failing));

		node.add(failing.kind(), "a");

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(failing.begun).hasSize(3);
		assertThat(failing.givenUp).containsExactly("a");
	}

	@Test
	void restsBetweenAttempts() {
		Chore failing = Chore.of("failing", (key, attempt) -> {
			throw new IOException("later");
		}).retry(3, Duration.ofMinutes(7));
		Node node = started(Node.of(DATABASE, failing));

		node.add(failing.kind(), "a");

		await().atMost(LONG).until(() -> failures() == 1);
		assertThat(this.jdbc.sql("SELECT extract(epoch FROM execution_time - now()) FROM background_job")
			.query(Double.class)
			.single()).isCloseTo(420, within(20.0));
		assertThat(new Retry(4, Duration.ofSeconds(10), 4).pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
		assertThat(new Retry(4, Duration.ofSeconds(10), 4).pauseAfter(3)).isEqualTo(Duration.ofSeconds(160));
	}

	@Test
	void goesOnElsewhereWhenANodeEndsInOrder() {
		Chore patient = Chore.of("patient", (key, attempt) -> {
			while (true) {
				this.goOn.await(10, TimeUnit.MILLISECONDS);
				attempt.goOn();
			}
		});
		Node ending = started(Node.thatIsWoken(DATABASE, patient));
		ending.add(patient.kind(), "a");
		await().atMost(LONG).until(() -> patient.begun.size() == 1);
		this.jdbc.sql("UPDATE background_job SET consecutive_failures = 2").update();

		ending.stop();

		assertThat(free()).as("put back at once").isOne();
		assertThat(failures()).as("neither counted nor forgotten").isEqualTo(2);
		Chore other = Chore.of("patient", (key, attempt) -> {
		});
		started(Node.of(DATABASE, other));
		await().atMost(LONG).until(() -> other.done.contains("a") && waiting() == 0);
		assertThat(patient.givenUp).isEmpty();
	}

	/** Work that asks nothing is interrupted after ten seconds. */
	@Test
	void whatIsBrokenOffByTheEndIsNoFailure() {
		AtomicBoolean interrupted = new AtomicBoolean();
		Chore deaf = Chore.of("deaf", (key, attempt) -> {
			try {
				this.goOn.await();
			}
			catch (InterruptedException broken) {
				interrupted.set(true);
				Thread.currentThread().interrupt();
				throw new IOException(broken);
			}
		}).retry(1, Duration.ZERO);
		Node ending = started(Node.thatIsWoken(DATABASE, deaf));
		ending.add(deaf.kind(), "a");
		await().atMost(LONG).until(() -> deaf.begun.size() == 1);

		ending.stop();

		assertThat(interrupted).isTrue();
		assertThat(deaf.givenUp).isEmpty();
		assertThat(free()).isOne();
		assertThat(failures()).isZero();
	}

	@Test
	void goesOnAfterAPause() {
		Node node = started(Node.thatIsWoken(DATABASE, this.quick));
		node.stop();
		node.add(this.quick.kind(), "a");
		assertThat(waiting()).isOne();

		node.start();

		await().atMost(LONG).until(() -> this.quick.done.contains("a"));
		node.add(this.quick.kind(), "b");
		await().atMost(LONG).until(() -> this.quick.done.contains("b"));
	}

	@Test
	void everyKindHasItsRoom() {
		Chore crowd = this.slow.atOnce(2);
		Node node = started(Node.thatIsWoken(DATABASE, crowd, this.quick));
		node.add(crowd.kind(), IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new));
		await().atMost(LONG).until(() -> crowd.begun.size() == 2);

		node.add(this.quick.kind(), "a", "b", "c");

		await().atMost(Duration.ofSeconds(5)).until(() -> this.quick.done.size() == 3);
		assertThat(crowd.begun).hasSize(2);
		this.goOn.countDown();
		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(crowd.mostAtOnce).hasValue(2);
		assertThat(this.quick.mostAtOnce).hasValue(1);
		assertThat(crowd.done).hasSize(200).doesNotHaveDuplicates();
	}

	@Test
	void beginsWithWhatIsDueLongest() {
		Node taking = started(Node.withoutWorkers(DATABASE));
		for (String key : List.of("x", "c", "m", "a")) {
			taking.add(this.quick.kind(), key);
		}

		started(Node.of(DATABASE, this.quick));

		await().atMost(LONG).until(() -> waiting() == 0);
		assertThat(this.quick.done).containsExactly("x", "c", "m", "a");
	}

	/** Left by a newer program, with nodes of it alive or dead. */
	@Test
	void leavesWorkOfUnknownKindsAlone() {
		this.jdbc
			.sql("""
					INSERT INTO background_job (task_name, task_instance, execution_time, picked, version, last_heartbeat)
					VALUES ('newer', 'waits', '2018-01-02', FALSE, 1, NULL), ('newer', 'died', '2018-01-02', TRUE, 2, '2018-01-02')
					""")
			.update();
		Node node = started(Node.of(DATABASE, this.slow, this.quick));
		Node dead = started(Node.thatIsWoken(DATABASE, this.slow));
		dead.add(this.slow.kind(), "a");
		await().atMost(LONG).until(() -> !this.slow.begun.isEmpty());
		dead.cut();
		node.add(this.quick.kind(), "b");
		await().atMost(LONG).until(() -> this.quick.done.contains("b"));
		await().pollDelay(Duration.ofSeconds(1)).until(() -> true);

		assertThat(this.jdbc
			.sql("""
					SELECT task_instance || ' ' || picked || ' ' || version FROM background_job WHERE task_name = 'newer' ORDER BY 1
					""")
			.query(String.class)
			.list()).containsExactly("died true 2", "waits false 1");
	}

	@Test
	void tellsWhoWaitsWhenItIsDone() {
		Node node = started(Node.thatIsWoken(DATABASE, this.slow));
		node.add(this.slow.kind(), "a");
		CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(this.goOn::countDown);

		Duration waited = waited(node, "a", LONG);

		assertThat(this.slow.done).containsExactly("a");
		assertThat(waiting()).isZero();
		assertThat(waited).isLessThan(Duration.ofSeconds(5));
		assertThat(waited(node, "a", LONG)).as("what is done").isLessThan(Duration.ofSeconds(1));
		assertThat(waited(node, "never added", LONG)).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void tellsWhoWaitsWhenAnotherNodeHasDoneIt() {
		Node asking = started(Node.withoutWorkers(DATABASE));
		asking.add(this.slow.kind(), "a");
		started(Node.of(DATABASE, this.slow));
		CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(this.goOn::countDown);

		assertThat(waited(asking, "a", LONG)).isLessThan(Duration.ofSeconds(10));
		assertThat(this.slow.done).containsExactly("a");
	}

	@Test
	void letsNobodyWaitForALaterAttempt() {
		Chore failing = Chore.of("slow", (key, attempt) -> {
			throw new IOException("later");
		}).retry(3, Duration.ofMinutes(7));
		Node node = started(Node.withoutWorkers(DATABASE));
		node.add(failing.kind(), "a");
		started(Node.of(DATABASE, failing));

		assertThat(waited(node, "a", LONG)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void letsNobodyWaitLongerThanHisPatience() {
		Node node = started(Node.thatIsWoken(DATABASE, this.slow));
		node.add(this.slow.kind(), "a");

		assertThat(waited(node, "a", Duration.ofMillis(300))).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
	}

	private Duration waited(Node node, String key, Duration patience) {
		long before = System.nanoTime();
		node.queue.await(this.slow.kind(), key, patience);
		return Duration.ofNanos(System.nanoTime() - before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "audit-verify=", "migrate-only=", "ecopark.background.takes-work=false" })
	void hasNoWorkersWhereNoneAreWanted(String property) {
		new ApplicationContextRunner().withPropertyValues(property)
			.withUserConfiguration(BackgroundWorkers.class)
			.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BackgroundWorkers.class));
	}

	@Test
	void countsByTheTimeOfTheDatabase() {
		DatabaseClock clock = new DatabaseClock(this.jdbc, Clock.offset(Clock.systemUTC(), Duration.ofHours(-3)));

		assertThat(clock.now()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
	}

	@Test
	void refusesNamesThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WorkKind("Text Reading"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Retry(0, Duration.ZERO, 1));
		assertThat(new LeftOff()).hasMessage("Left off");
	}

	private long waiting() {
		return WorkByHand.waiting(this.jdbc);
	}

	private long free() {
		return this.jdbc.sql("SELECT count(*) FROM background_job WHERE NOT picked AND picked_by IS NULL")
			.query(Long.class)
			.single();
	}

	private int failures() {
		return this.jdbc.sql("SELECT coalesce(max(consecutive_failures), 0) FROM background_job")
			.query(Integer.class)
			.single();
	}

}
