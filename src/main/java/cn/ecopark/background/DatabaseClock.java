package cn.ecopark.background;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.github.kagkarlsson.scheduler.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.shared.NodeMemory;

/**
 * The time of the database, which all nodes share: a node whose own clock is wrong takes
 * no other for dead, nor is it taken for dead itself.
 */
class DatabaseClock implements Clock {

	private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();

	private final JdbcClient jdbc;

	private final java.time.Clock own;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private volatile Duration ahead = Duration.ZERO;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private volatile long compared;

	/**
	 * @param own clock of this node
	 */
	DatabaseClock(JdbcClient jdbc, java.time.Clock own) {
		this.jdbc = jdbc;
		this.own = own;
		compare();
	}

	@Override
	public Instant now() {
		return this.own.instant().plus(this.ahead);
	}

	void compareNowAndThen() {
		if (System.nanoTime() - this.compared > GOOD_FOR) {
			compare();
		}
	}

	private void compare() {
		Instant there = this.jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		this.ahead = Duration.between(this.own.instant(), there);
		this.compared = System.nanoTime();
	}

}
