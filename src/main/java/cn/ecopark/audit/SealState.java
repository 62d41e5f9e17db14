package cn.ecopark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;

/** How far the audit is sealed, and the places outside told of it. */
@Component
public class SealState {

	/** Few chains have grown since the last seal; a partial index knows them. */
	private static final String AGES = """
			SELECT coalesce((SELECT extract(epoch FROM clock_timestamp() - at) FROM audit_seal ORDER BY seq DESC LIMIT 1), 0)
			         AS last_seal,
			       coalesce((SELECT extract(epoch FROM clock_timestamp() - min(entry.at)) FROM audit_chain chain
			                   JOIN audit_entry entry ON entry.subject = chain.subject AND entry.seq = chain.sealed + 1
			                  WHERE chain.count > chain.sealed), 0) AS unsealed
			""";

	private static final String PLACES = """
			SELECT place, greatest(0, (SELECT coalesce(max(seq), 0) FROM audit_seal) - told) AS behind,
			       coalesce((SELECT extract(epoch FROM clock_timestamp() - at) FROM audit_seal
			                  WHERE seq > told ORDER BY seq LIMIT 1), 0) AS waiting,
			       told_at, failures, try_again
			  FROM audit_seal_place ORDER BY place
			""";

	private static final String TELL_NOW = """
			UPDATE audit_seal_place SET try_again = now() WHERE place = :place AND failures > 0 AND try_again > now()
			""";

	private final JdbcClient jdbc;

	SealState(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How old seals are.
	 *
	 * @param lastSeal age of the last seal; grows while nothing happens
	 * @param unsealed age of the oldest entry that no seal holds yet; zero if there is
	 * none
	 */
	public record Ages(Duration lastSeal, Duration unsealed) {
	}

	/**
	 * A place outside of the database that is told of seals.
	 *
	 * @param behind seals it has not heard of
	 * @param waiting age of the oldest of those; zero if there is none
	 * @param toldAt when it last heard of one
	 * @param failures how often it could not be told since then
	 * @param tryAgain when it is tried next
	 */
	public record Place(String name, long behind, Duration waiting, Instant toldAt, int failures, Instant tryAgain) {
	}

	public Ages ages() {
		return this.jdbc.sql(AGES)
			.query((row, number) -> new Ages(seconds(row.getDouble("last_seal")), seconds(row.getDouble("unsealed"))))
			.single();
	}

	public List<Place> places() {
		return this.jdbc.sql(PLACES)
			.query((row, number) -> new Place(row.getString("place"), row.getLong("behind"),
					seconds(row.getDouble("waiting")), JdbcTime.instant(row, "told_at"), row.getInt("failures"),
					JdbcTime.instant(row, "try_again")))
			.list();
	}

	/**
	 * Has the place told now instead of after the pause.
	 * @return whether it was waiting after a failure
	 */
	public boolean tellNow(String place) {
		return this.jdbc.sql(TELL_NOW).param("place", place).update() == 1;
	}

	private static Duration seconds(double seconds) {
		return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
	}

}
