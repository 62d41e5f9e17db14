package cn.ecopark.background;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits in the queue, and for how long, on all nodes together. */
@Component
public class QueueState {

	/** By the database's time; the queue is short, as what is done is removed. */
	private static final String STATE = """
			SELECT task_name AS kind,
			       count(*) FILTER (WHERE NOT picked AND execution_time <= clock_timestamp()) AS waiting,
			       count(*) FILTER (WHERE picked) AS under_way,
			       count(*) FILTER (WHERE NOT picked AND execution_time > clock_timestamp()) AS resting,
			       extract(epoch FROM clock_timestamp() - min(execution_time)
			               FILTER (WHERE NOT picked AND execution_time <= clock_timestamp())) AS seconds,
			       (SELECT count(*) FROM background_failure WHERE kind = task_name AND settled_at IS NULL) AS given_up
			  FROM background_job GROUP BY task_name
			UNION ALL
			SELECT kind, 0, 0, 0, NULL, count(*) FROM background_failure
			 WHERE settled_at IS NULL AND kind NOT IN (SELECT task_name FROM background_job) GROUP BY kind
			 ORDER BY kind
			""";

	private final JdbcClient jdbc;

	QueueState(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One kind of work of which there is some.
	 *
	 * @param waiting pieces that could be begun now
	 * @param underWay pieces that some node is at
	 * @param resting pieces that have failed and are tried again later
	 * @param longest since when the oldest of those that wait could have been begun; zero
	 * if none waits
	 * @param givenUp pieces that have failed for good and are not settled
	 */
	public record OfKind(WorkKind kind, long waiting, long underWay, long resting, Duration longest, long givenUp) {
	}

	/**
	 * @return the kinds of which there is some, by name; asks the database once
	 */
	public List<OfKind> byKind() {
		return this.jdbc.sql(STATE)
			.query((row, number) -> new OfKind(new WorkKind(row.getString("kind")), row.getLong("waiting"),
					row.getLong("under_way"), row.getLong("resting"),
					seconds(row.getBigDecimal("seconds") == null ? null : row.getDouble("seconds")),
					row.getLong("given_up")))
			.list();
	}

	private static Duration seconds(@Nullable Double seconds) {
		return seconds == null ? Duration.ZERO : Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
	}

}
