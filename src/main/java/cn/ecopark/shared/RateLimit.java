package cn.ecopark.shared;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often one network may do something in an hour of real time, counted over all nodes.
 * Networks are kept as digests, and no longer than a day.
 */
@Component
public class RateLimit {

	/** As long as it is counted nobody else from that network is. */
	private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:use || ' ' || :network, 0))";

	private static final String COUNTED = """
			SELECT count(*) FROM rate_limit
			 WHERE use = :use AND network = encode(sha256(convert_to(:network, 'UTF8')), 'hex') AND at > now() - interval '1 hour'
			""";

	private static final String LATELY = """
			SELECT extract(epoch FROM max(at) + :pause * interval '1 millisecond' - now()) FROM rate_limit
			 WHERE use = :use AND network = encode(sha256(convert_to(:network, 'UTF8')), 'hex')
			""";

	private static final String COUNT = """
			INSERT INTO rate_limit (use, network) VALUES (:use, encode(sha256(convert_to(:network, 'UTF8')), 'hex'))
			""";

	private static final String FORGET = "DELETE FROM rate_limit WHERE at < now() - interval '1 day'";

	private final JdbcClient jdbc;

	public RateLimit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param use what is counted, for instance {@code objection.miss}
	 * @return whether it was done so often from the network of that address within the
	 * last hour
	 */
	public boolean isReached(String use, String address, int most) {
		return this.jdbc.sql(COUNTED)
			.param("use", use)
			.param("network", ClientNetwork.of(address))
			.query(Integer.class)
			.single() >= most;
	}

	/** Counts once more, whatever the limit is. */
	@Transactional
	public void count(String use, String address) {
		this.jdbc.sql(FORGET).update();
		this.jdbc.sql(COUNT).param("use", use).param("network", ClientNetwork.of(address)).update();
	}

	/**
	 * Counts unless the limit is reached and the last time was a moment ago: a network
	 * that does it often is slowed down, and never shut out.
	 * @param pause between two times beyond the limit
	 * @return how long to wait; zero if it may be done, and was counted
	 */
	@Transactional
	public Duration takeOrWait(String use, String address, int most, Duration pause) {
		lock(use, address);
		if (isReached(use, address, most)) {
			double seconds = this.jdbc.sql(LATELY)
				.param("use", use)
				.param("network", ClientNetwork.of(address))
				.param("pause", pause.toMillis())
				.query(Double.class)
				.single();
			if (seconds > 0) {
				return Duration.ofSeconds((long) Math.ceil(seconds));
			}
		}
		count(use, address);
		return Duration.ZERO;
	}

	private void lock(String use, String address) {
		this.jdbc.sql(LOCK).param("use", use).param("network", ClientNetwork.of(address)).query(row -> {
		});
	}

	/**
	 * Counts unless the limit is reached; of many at once no more than the limit are let
	 * through.
	 * @return whether it may be done
	 */
	@Transactional
	public boolean take(String use, String address, int most) {
		lock(use, address);
		if (isReached(use, address, most)) {
			return false;
		}
		count(use, address);
		return true;
	}

}
