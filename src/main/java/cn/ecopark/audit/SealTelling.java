package cn.ecopark.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.audit.AuditSeals.Seal;
import cn.ecopark.shared.OutsideTransactions;

/**
 * Tells the places outside of the seals, each in order and by a cursor of its own. What
 * fails is logged and tried again, at longer intervals; nobody who decides waits for it.
 * One node tells a place at a time, by a lease: no transaction waits for a place.
 */
class SealTelling {

	private static final Logger LOG = LoggerFactory.getLogger(SealTelling.class);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** Longer than any place is waited for; begun anew with each seal. */
	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final int AT_ONCE = 100;

	/** A place that is new hears of the seals from now on. */
	private static final String ENTER = """
			INSERT INTO audit_seal_place (place, told, told_at)
			VALUES (:place, greatest((SELECT coalesce(max(seq), 0) FROM audit_seal) - 1, 0), now())
			ON CONFLICT DO NOTHING
			""";

	private static final String TAKE = """
			UPDATE audit_seal_place SET leased_until = now() + CAST(:lease AS interval)
			 WHERE place = :place AND try_again <= now() AND leased_until <= now() RETURNING told, failures
			""";

	/** Whoever was too slow takes nothing back of what another has told meanwhile. */
	private static final String TOLD = """
			UPDATE audit_seal_place SET told = greatest(told, :told), told_at = now(), failures = 0,
			                            leased_until = now() + CAST(:lease AS interval)
			 WHERE place = :place
			""";

	private static final String LEFT = "UPDATE audit_seal_place SET leased_until = now() WHERE place = :place";

	private static final String FAILED = """
			UPDATE audit_seal_place SET failures = :failures, try_again = :again, leased_until = now() WHERE place = :place
			""";

	private static final String STAMP_DUE = """
			SELECT seq, at, previous, hash, key_id, signature FROM audit_seal
			 WHERE seq > coalesce((SELECT max(seq) FROM audit_seal_stamp), 0)
			   AND NOT EXISTS (SELECT 1 FROM audit_seal_stamp WHERE at > now() - make_interval(secs => :seconds))
			 ORDER BY seq DESC LIMIT 1
			""";

	private static final String STAMPED = "INSERT INTO audit_seal_stamp (seq, at, token) VALUES (:seq, now(), :token)";

	private final JdbcClient jdbc;

	private final AuditSeals seals;

	SealTelling(JdbcClient jdbc, AuditSeals seals) {
		this.jdbc = jdbc;
		this.seals = seals;
	}

	private record Cursor(long told, int failures) {
	}

	/** Tells the place of all seals it has not heard of. */
	void tell(SealPlace place) {
		this.jdbc.sql(ENTER).param("place", place.name()).update();
		Optional<Cursor> cursor = this.jdbc.sql(TAKE)
			.param("place", place.name())
			.param("lease", LEASE.toString())
			.query(Cursor.class)
			.optional();
		cursor.ifPresent((from) -> tell(place, from));
	}

	private void tell(SealPlace place, Cursor from) {
		long told = from.told();
		try {
			for (Seal seal : this.seals.after(from.told(), AT_ONCE)) {
				OutsideTransactions.require("A place outside is told of a seal");
				place.tell(seal);
				told = seal.seq();
				this.jdbc.sql(TOLD)
					.param("place", place.name())
					.param("told", told)
					.param("lease", LEASE.toString())
					.update();
			}
			this.jdbc.sql(LEFT).param("place", place.name()).update();
		}
		catch (IOException | RuntimeException failed) {
			int failures = (told > from.told()) ? 0 : from.failures();
			Duration pause = pauseAfter(failures);
			LOG.error("{} could not be told of seal {}; it is tried again in {}", place.name(), told + 1, pause,
					failed);
			this.jdbc.sql(FAILED)
				.param("place", place.name())
				.param("failures", failures + 1)
				.param("again", OffsetDateTime.now(ZoneOffset.UTC).plus(pause))
				.update();
		}
	}

	private static Duration pauseAfter(int failures) {
		Duration pause = Duration.ofSeconds(1L << Math.min(failures, 16));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/** Has the last seal stamped when that was done long enough ago. */
	void stamp(TimeStamps authority, Duration every) {
		Optional<Seal> due = this.jdbc.sql(STAMP_DUE)
			.param("seconds", every.toSeconds())
			.query(AuditSeals::map)
			.optional();
		due.ifPresent((seal) -> {
			try {
				OutsideTransactions.require("An authority stamps a seal");
				byte[] token = authority.stamp(seal.hash());
				this.jdbc.sql(STAMPED + " ON CONFLICT DO NOTHING")
					.param("seq", seal.seq())
					.param("token", token)
					.update();
			}
			catch (IOException failed) {
				LOG.error("Seal {} could not be time-stamped; it is tried again", seal.seq(), failed);
			}
		});
	}

}
