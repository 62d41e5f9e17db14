package cn.ecopark.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CaseTime.TimeIsFixed;
import cn.ecopark.calendar.CaseTime.TimeMovesForward;
import cn.ecopark.shared.Installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class CaseTimeTest {

	private static final Installation PRODUCTION = new Installation(false, null, List.of(), "");

	private static final Instant NEW_YEAR = Instant.parse("2018-01-02T01:00:00Z");

	private static final Duration A_MOMENT = Duration.ofSeconds(30);

	private final DataSource database = TestDatabase.migrated();

	private final List<Object> events = new ArrayList<>();

	private final CaseTime time = node();

	private CaseTime node() {
		return new CaseTime(anchors(), this.events::add, new CaseTimeSettings(true), PRODUCTION);
	}

	private CaseTimeAnchors anchors() {
		return new CaseTimeAnchors(JdbcClient.create(this.database), new JdbcTransactionManager(this.database));
	}

	@Test
	void isTheTimeOfTheSystemUntilItIsSet() {
		assertThat(this.time.now()).isCloseTo(Instant.now(), within(A_MOMENT));
		assertThat(this.time.isMoved()).isFalse();
		assertThat(this.events).isEmpty();
	}

	@Test
	void beginsInThePastAndTicksOn() throws Exception {
		this.time.beginAt(NEW_YEAR);

		Instant first = this.time.now();
		assertThat(first).isBetween(NEW_YEAR, NEW_YEAR.plus(A_MOMENT));
		Thread.sleep(5);
		assertThat(this.time.now()).isAfter(first);
		assertThat(this.time.today()).isEqualTo(LocalDate.of(2018, 1, 2));
		assertThat(this.events).containsExactly(new CaseTimeMoved(NEW_YEAR));
	}

	@Test
	void countsDaysInShanghai() {
		this.time.beginAt(Instant.parse("2018-01-02T16:00:00Z"));

		assertThat(this.time.today()).isEqualTo(LocalDate.of(2018, 1, 3));
	}

	@Test
	void movesForwardOnly() {
		this.time.beginAt(NEW_YEAR);
		Instant spring = Instant.parse("2018-04-01T00:00:00Z");

		this.time.moveTo(spring);

		assertThat(this.time.now()).isBetween(spring, spring.plus(A_MOMENT));
		assertThatExceptionOfType(TimeMovesForward.class).isThrownBy(() -> this.time.moveTo(NEW_YEAR));
		assertThatExceptionOfType(TimeMovesForward.class).isThrownBy(() -> this.time.beginAt(NEW_YEAR));
		assertThat(this.time.now()).isBetween(spring, spring.plus(A_MOMENT));
		assertThat(this.events).containsExactly(new CaseTimeMoved(NEW_YEAR), new CaseTimeMoved(spring));
	}

	@Test
	void doesNotGoBackBehindRealTimeEither() {
		assertThatExceptionOfType(TimeMovesForward.class).isThrownBy(() -> this.time.moveTo(NEW_YEAR));

		this.time.moveTo(Instant.now().plus(Duration.ofDays(1)));

		assertThat(this.time.now()).isAfter(Instant.now().plus(Duration.ofHours(23)));
	}

	@Test
	void survivesTheRollbackOfItsCaller() {
		new TransactionTemplate(new JdbcTransactionManager(this.database)).executeWithoutResult((status) -> {
			this.time.beginAt(NEW_YEAR);
			status.setRollbackOnly();
		});

		assertThat(node().now()).isBetween(NEW_YEAR, NEW_YEAR.plus(A_MOMENT));
	}

	@Test
	void isNoticedByOtherNodesAndAfterARestart() throws Exception {
		CaseTime other = node();
		assertThat(other.isMoved()).isFalse();

		this.time.beginAt(NEW_YEAR);
		Thread.sleep(1100);

		assertThat(other.now()).isBetween(NEW_YEAR, NEW_YEAR.plus(A_MOMENT));
		assertThat(this.events).as("told once on each node")
			.containsExactly(new CaseTimeMoved(NEW_YEAR), new CaseTimeMoved(NEW_YEAR));
	}

	@Test
	void isTheTimeOfTheSystemInProductionWhateverIsSet() {
		this.time.beginAt(NEW_YEAR);
		CaseTime production = new CaseTime(anchors(), this.events::add, new CaseTimeSettings(null), PRODUCTION);

		assertThat(production.now()).isCloseTo(Instant.now(), within(A_MOMENT));
		assertThatExceptionOfType(TimeIsFixed.class).isThrownBy(() -> production.moveTo(Instant.now().plus(A_MOMENT)));
		assertThatExceptionOfType(TimeIsFixed.class).isThrownBy(() -> production.beginAt(NEW_YEAR));
	}

	@Test
	void neverGoesBackWhenTwoNodesMoveItAtOnce() throws Exception {
		this.time.beginAt(NEW_YEAR);
		Instant latest = NEW_YEAR.plus(Duration.ofDays(40));
		ExecutorService nodes = Executors.newFixedThreadPool(8);
		List<Callable<Void>> moves = new ArrayList<>();
		for (int day = 1; day <= 40; day++) {
			Instant instant = NEW_YEAR.plus(Duration.ofDays(day));
			moves.add(() -> {
				try {
					this.time.moveTo(instant);
				}
				catch (TimeMovesForward overtaken) {
					assertThat(this.time.now()).isAfterOrEqualTo(instant);
				}
				return null;
			});
		}

		nodes.invokeAll(moves).forEach((move) -> assertThat(move).succeedsWithin(A_MOMENT));
		nodes.shutdown();

		assertThat(node().now()).isBetween(latest, latest.plus(A_MOMENT));
	}

}
