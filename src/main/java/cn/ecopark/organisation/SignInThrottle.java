package cn.ecopark.organisation;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.ClientNetwork;

/**
 * Slows down guessing. Attempts are counted per name and per network, in the database and
 * so over all nodes, each before it is looked at, so that many at once gain nothing.
 * After some free ones the delay doubles with each; time takes attempts off again.
 * Whoever can show that he is no stranger is counted apart, so that nobody is kept out by
 * what others try.
 */
@Component
class SignInThrottle {

	private static final Duration FIRST_OF_NAME = Duration.ofSeconds(5);

	private static final Duration LONGEST_OF_NAME = Duration.ofMinutes(15);

	private static final Duration NAME_FORGETS = Duration.ofMinutes(5);

	private static final Duration FIRST_OF_NETWORK = Duration.ofSeconds(2);

	private static final Duration LONGEST_OF_NETWORK = Duration.ofMinutes(5);

	private static final Duration NETWORK_FORGETS = Duration.ofMinutes(1);

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

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Limit perName;

	/** Whole offices sit behind one address, so it may err more often. */
	private final Limit perNetwork;

	@Autowired
	SignInThrottle(JdbcClient jdbc, SignInSettings settings) {
		this(jdbc, settings, Clock.systemDefaultZone());
	}

	SignInThrottle(JdbcClient jdbc, SignInSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.perName = new Limit(settings.freeOfName(), FIRST_OF_NAME, LONGEST_OF_NAME, NAME_FORGETS);
		this.perNetwork = new Limit(settings.freeOfNetwork(), FIRST_OF_NETWORK, LONGEST_OF_NETWORK, NETWORK_FORGETS);
	}

	/**
	 * What an attempt counts for.
	 *
	 * @param network shared with others; null where it is nobody else's
	 * @param own starts afresh after success; null where nobody's alone is counted
	 */
	record Attempt(@Nullable String network, @Nullable String own) {

		private static final int LONGEST = 80;

		/** Signing in from wherever, with that name. */
		static Attempt ofName(String name, String address) {
			return new Attempt("address:" + ClientNetwork.of(address),
					shorten("name:" + name.strip().toLowerCase(Locale.ROOT)));
		}

		/**
		 * Signing in from a browser in which the person has done so before: what others
		 * try with the name, or behind the address, is not held against him.
		 */
		static Attempt ofDevice(String digest) {
			return new Attempt(null, "device:" + digest);
		}

		/**
		 * A one-time code that is not valid. Nobody hits upon one that is; it is counted
		 * so that nobody is kept busy.
		 */
		static Attempt ofCode(String address) {
			return new Attempt("code:" + ClientNetwork.of(address), null);
		}

		/**
		 * A token that is not good. Nobody hits upon one that is; it is counted so that
		 * nobody is kept busy.
		 */
		static Attempt ofToken(String address) {
			return new Attempt("token:" + ClientNetwork.of(address), null);
		}

		/** Of whoever is signed in, with the own old password. */
		static Attempt ofPerson(long personId) {
			return new Attempt(null, "person:" + personId);
		}

		private static String shorten(String subject) {
			return subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
		}

	}

	/**
	 * Counts an attempt.
	 * @throws SignInRefused if it has to wait; it must not be looked at then
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = SignInRefused.class)
	public void count(Attempt attempt) {
		if (attempt.network() != null) {
			count(attempt.network(), this.perNetwork);
		}
		if (attempt.own() != null) {
			count(attempt.own(), this.perName);
		}
	}

	/**
	 * The attempt was a good one: what is the own starts afresh, the network keeps its
	 * failures only.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void succeeded(Attempt attempt) {
		OffsetDateTime now = now();
		this.jdbc.sql(UNCOUNT).param("subject", attempt.network(), Types.VARCHAR).param("now", now).update();
		this.jdbc.sql(FORGET).param("subject", attempt.own(), Types.VARCHAR).param("old", now.minus(OLD)).update();
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
