package cn.ecopark.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;

import cn.ecopark.TestDatabase;
import cn.ecopark.organisation.SignInThrottle.Attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class SignInThrottleTest {

	private static final int FREE = 4;

	private static final SignInSettings SETTINGS = new SignInSettings(FREE + 1, 50, Duration.ofDays(1),
			Duration.ofHours(1), 1, 1, 50, Duration.ofSeconds(1));

	private final DataSource database = TestDatabase.migrated();

	private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.database));

	private final MovableClock clock = new MovableClock();

	private final SignInThrottle throttle = new SignInThrottle(JdbcClient.create(this.database), SETTINGS, this.clock);

	@Test
	void makesANameWaitTwiceAsLongAfterEachFurtherAttempt() {
		attempts(FREE, "li", "10.0.0.1");

		attempt("li", "10.0.0.2");
		assertWaits(5, "li", "10.0.0.3");
		this.clock.forward(Duration.ofSeconds(5));
		attempt("li", "10.0.0.4");
		assertWaits(10, "LI", "10.0.0.5");
		this.clock.forward(Duration.ofSeconds(10));
		attempt("li", "10.0.0.6");
		assertWaits(20, " li ", "10.0.0.7");
	}

	@Test
	void leavesOtherNamesAlone() {
		attempts(FREE + 1, "li", "10.0.0.1");

		assertThatCode(() -> attempt("wang", "10.0.0.1")).doesNotThrowAnyException();
	}

	@Test
	void forgetsTheAttemptsOfANameAfterSuccess() {
		attempts(FREE, "li", "10.0.0.1");

		this.transaction.executeWithoutResult((status) -> this.throttle.succeeded(Attempt.ofName("li", "10.0.0.1")));

		assertThatCode(() -> attempts(FREE, "li", "10.0.0.1")).doesNotThrowAnyException();
	}

	@Test
	void forgetsWithTime() {
		attempts(FREE + 1, "li", "10.0.0.1");

		this.clock.forward(Duration.ofMinutes(30));

		assertThatCode(() -> attempts(FREE, "li", "10.0.0.1")).doesNotThrowAnyException();
	}

	@Test
	void makesAnAddressWaitThatTriesManyNames() {
		for (int person = 0; person < 50; person++) {
			attempt("person" + person, "2001:db8:1:2::" + person);
		}

		assertWaits(2, "somebody", "2001:db8:1:2:ffff::1");
		assertThatCode(() -> attempt("somebody", "2001:db8:1:3::1")).doesNotThrowAnyException();
	}

	@Test
	void countsFailuresOfAnAddressThatSometimesSucceeds() {
		for (int round = 0; round < 49; round++) {
			attempt("guess" + round, "10.0.0.9");
			attempt("own", "10.0.0.9");
			this.transaction
				.executeWithoutResult((status) -> this.throttle.succeeded(Attempt.ofName("own", "10.0.0.9")));
		}
		attempt("guess", "10.0.0.9");

		assertWaits(2, "own", "10.0.0.9");
	}

	@Test
	void keepsNobodyOutOfAKnownDeviceButSlowsItDownByItself() {
		attempts(FREE + 1, "li", "10.0.0.1");
		for (int person = 0; person < 50; person++) {
			attempt("person" + person, "10.0.0.2");
		}
		assertWaits(5, "li", "10.0.0.3");
		assertWaits(2, "wang", "10.0.0.2");

		for (int free = 0; free < FREE + 1; free++) {
			attempt(Attempt.ofDevice("d1"));
		}

		assertWaits(5, Attempt.ofDevice("d1"));
		assertThatCode(() -> attempt(Attempt.ofDevice("d2"))).doesNotThrowAnyException();
	}

	@Test
	void countsCodesApartAndPerNetwork() {
		for (int code = 0; code < 50; code++) {
			attempt(Attempt.ofCode("2001:db8:9:9::" + code));
		}

		assertWaits(2, Attempt.ofCode("2001:db8:9:9::ffff"));
		assertThatCode(() -> attempt(Attempt.ofCode("2001:db8:9:8::1"))).doesNotThrowAnyException();
		assertThatCode(() -> attempt("li", "2001:db8:9:9::1")).doesNotThrowAnyException();
	}

	@Test
	void letsNoMoreThroughWhenManyComeAtOnce() throws InterruptedException {
		AtomicInteger through = new AtomicInteger();
		ExecutorService many = Executors.newFixedThreadPool(8);
		for (int attempt = 0; attempt < 40; attempt++) {
			String address = "10.0.1." + attempt;
			many.submit(() -> {
				attempt("li", address);
				through.incrementAndGet();
			});
		}
		many.shutdown();

		assertThat(many.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(through).hasValue(FREE + 1);
	}

	private void attempts(int number, String name, String address) {
		for (int attempt = 0; attempt < number; attempt++) {
			attempt(name, address);
		}
	}

	private void attempt(String name, String address) {
		attempt(Attempt.ofName(name, address));
	}

	private void attempt(Attempt attempt) {
		this.transaction.executeWithoutResult((status) -> this.throttle.count(attempt));
	}

	private void assertWaits(int seconds, String name, String address) {
		assertWaits(seconds, Attempt.ofName(name, address));
	}

	private void assertWaits(int seconds, Attempt attempt) {
		assertThatThrownBy(() -> attempt(attempt)).asInstanceOf(type(SignInRefused.class))
			.extracting(SignInRefused::retryAfter)
			.isEqualTo(Duration.ofSeconds(seconds));
	}

	/** Stands still until it is moved. */
	private static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2026-01-05T01:00:00Z");

		void forward(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.of("Asia/Shanghai");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
