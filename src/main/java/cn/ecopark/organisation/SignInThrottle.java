package cn.ecopark.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.ClientNetwork;

/**
 * Slows down guessing. Attempts are counted per name and per address, in the database and
 * so over all nodes, each before it is looked at, so that many at once gain nothing.
 * After some free ones the delay doubles with each; time takes attempts off again.
 */
@Component
class SignInThrottle {

	private static final Limit PER_NAME = new Limit(5, Duration.ofSeconds(5), Duration.ofMinutes(15),
			Duration.ofMinutes(5));

	/** Whole offices sit behind one address, so it may err more often. */
	private static final Limit PER_ADDRESS = new Limit(50, Duration.ofSeconds(2), Duration.ofMinutes(5),
			Duration.ofMinutes(1));

	private static final String ENTER = """
			INSERT INTO sign_in_throttle (subject, attempts, last_attempt, blocked_until) VALUES (:subject, 0, :now, :now)
			ON CONFLICT (subject) DO NOTHING""";

	private static final String LOCK = """
			SELECT attempts, last_attempt, blocked_until FROM sign_in_throttle WHERE subject = :subject FOR NO KEY UPDATE""";

	private static final String COUNT = """
			UPDATE sign_in_throttle SET attempts = :attempts, last_attempt = :now, blocked_until = :blockedUntil
			 WHERE subject = :subject""";

	private static final String FORGET = "DELETE FROM sign_in_throttle WHERE subject = :subject OR last_attempt < :old";

	private static final String UNCOUNT = """
			UPDATE sign_in_throttle SET attempts = GREATEST(attempts - 1, 0), blocked_until = :now WHERE subject = :subject""";

	private static final Duration OLD = Duration.ofDays(1);

	private static final int LONGEST_SUBJECT = 80;

	private final JdbcClient jdbc;

	private final Clock clock;

	@Autowired
	SignInThrottle(JdbcClient jdbc) {
		this(jdbc, Clock.systemDefaultZone());
	}

	SignInThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts an attempt.
	 * @throws SignInRefused if name or address has to wait; the attempt must not be
	 * looked at then
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = SignInRefused.class)
	public void attempt(String name, String address) {
		count(ofAddress(address), PER_ADDRESS);
		count(ofName(name), PER_NAME);
	}

	/**
	 * The attempt was a good one: the name starts afresh, the address keeps its failures
	 * only.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void succeeded(String name, String address) {
		OffsetDateTime now = now();
		this.jdbc.sql(UNCOUNT).param("subject", ofAddress(address)).param("now", now).update();
		this.jdbc.sql(FORGET).param("subject", ofName(name)).param("old", now.minus(OLD)).update();
	}

	private void count(String subject, Limit limit) {
		OffsetDateTime now = now();
		this.jdbc.sql(ENTER).param("subject", subject).param("now", now).update();
		Counted counted = this.jdbc.sql(LOCK).param("subject", subject).query(Counted.class).single();
		if (counted.blockedUntil.isAfter(now)) {
			throw SignInRefused.tooMany(wholeSeconds(Duration.between(now, counted.blockedUntil)));
		}
		int attempts = limit.remaining(counted.attempts, Duration.between(counted.lastAttempt, now)) + 1;
		this.jdbc.sql(COUNT)
			.param("subject", subject)
			.param("attempts", attempts)
			.param("now", now)
			.param("blockedUntil", now.plus(limit.delayAfter(attempts)))
			.update();
	}

	/** As precise as the database keeps it, which would round up otherwise. */
	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock).truncatedTo(ChronoUnit.MICROS);
	}

	private static Duration wholeSeconds(Duration wait) {
		return Duration.ofSeconds(wait.plusSeconds(1).minusNanos(1).toSeconds());
	}

	private static String ofName(String name) {
		return shorten("name:" + name.strip().toLowerCase(Locale.ROOT));
	}

	private static String ofAddress(String address) {
		return shorten("address:" + ClientNetwork.of(address));
	}

	private static String shorten(String subject) {
		return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
	}

	private record Counted(int attempts, OffsetDateTime lastAttempt, OffsetDateTime blockedUntil) {
	}

	/**
	 * @param free attempts without delay
	 * @param first delay after the first one that is not free
	 * @param longest no delay is longer
	 * @param forgets the time that takes one attempt off
	 */
	private record Limit(int free, Duration first, Duration longest, Duration forgets) {

		private static final int MOST_DOUBLINGS = 20;

		int remaining(int attempts, Duration since) {
			return (int) Math.max(0, attempts - since.dividedBy(this.forgets));
		}

		Duration delayAfter(int attempts) {
			if (attempts < this.free) {
				return Duration.ZERO;
			}
			Duration delay = this.first.multipliedBy(1L << Math.min(attempts - this.free, MOST_DOUBLINGS));
			return delay.compareTo(this.longest) < 0 ? delay : this.longest;
		}

	}

}
