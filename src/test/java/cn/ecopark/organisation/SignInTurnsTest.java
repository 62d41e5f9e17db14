package cn.ecopark.organisation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One signs in at a time, and one waits. */
class SignInTurnsTest {

	private final ExecutorService people = Executors.newCachedThreadPool();

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void endAll() {
		this.end.countDown();
		this.people.shutdownNow();
	}

	@Test
	void letsOthersWaitForTheirTurn() throws Exception {
		SignInTurns turns = turns(Duration.ofSeconds(60));
		CompletableFuture<String> first = begin(turns, "first");
		CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> turns.take(() -> "second"), this.people);

		assertThat(second).isNotDone();
		this.end.countDown();

		assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("first");
		assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("second");
	}

	@Test
	void tellsWhoeverHasWaitedLongEnough() throws Exception {
		SignInTurns turns = turns(Duration.ofMillis(20));
		begin(turns, "first");

		assertBusy(turns);
	}

	@Test
	void tellsAtOnceWhereTooManyWait() throws Exception {
		SignInTurns turns = turns(Duration.ofMinutes(10));
		begin(turns, "first");
		Thread waiting = new Thread(() -> turns.take(() -> "waiting"));
		waiting.setDaemon(true);
		waiting.start();
		while (waiting.getState() != Thread.State.TIMED_WAITING) {
			Thread.onSpinWait();
		}

		assertBusy(turns);
	}

	private static void assertBusy(SignInTurns turns) {
		assertThatThrownBy(() -> turns.take(() -> "in")).isInstanceOfSatisfying(SignInRefused.class,
				refused -> assertThat(refused.isBusy()).isTrue());
	}

	/** Is in turn until the end. */
	private CompletableFuture<String> begin(SignInTurns turns, String name) throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> turns.take(() -> {
			begun.countDown();
			await(this.end);
			return name;
		}), this.people);
		assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
		return taken;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException over) {
			Thread.currentThread().interrupt();
		}
	}

	private static SignInTurns turns(Duration patience) {
		return new SignInTurns(new SignInSettings(5, 50, Duration.ofDays(1), Duration.ofHours(1), 1, 1, 1, patience));
	}

}
