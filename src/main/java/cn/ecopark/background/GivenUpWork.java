package cn.ecopark.background;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.JdbcTime;

/** Work that has failed for good and waits for whoever runs the system. */
@Component
public class GivenUpWork {

	private static final String NOTE = """
			INSERT INTO background_failure (kind, key, dossier_id, attempts, fault)
			VALUES (:kind, :key, :dossier, :attempts, :fault)
			ON CONFLICT (kind, key) WHERE settled_at IS NULL
			DO UPDATE SET failed_at = now(), attempts = excluded.attempts, fault = excluded.fault
			""";

	private static final String SETTLE = """
			UPDATE background_failure SET settled_at = now() WHERE kind = :kind AND key = :key AND settled_at IS NULL
			""";

	private static final String COLUMNS = """
			SELECT id, kind, key, dossier_id, attempts, failed_at, fault FROM background_failure WHERE settled_at IS NULL
			""";

	private static final String OPEN = COLUMNS + " ORDER BY failed_at DESC, id DESC LIMIT :most";

	private static final String LOCK = COLUMNS + " AND id = :id FOR UPDATE";

	private static final String FORGET = """
			DELETE FROM background_failure WHERE settled_at < now() - CAST(:kept AS interval)
			""";

	private final JdbcClient jdbc;

	private final BackgroundQueue queue;

	private final ObjectProvider<BackgroundWork> works;

	GivenUpWork(JdbcClient jdbc, BackgroundQueue queue, ObjectProvider<BackgroundWork> works) {
		this.jdbc = jdbc;
		this.queue = queue;
		this.works = works;
	}

	/**
	 * A piece of work that was given up.
	 *
	 * @param key what was to be done, as its kind names it
	 * @param dossierId the case, batch or objection it is about; null where it is about
	 * none
	 * @param attempts how often it was tried
	 * @param fault what the last attempt ended with, without messages; empty if a node
	 * died over it
	 * @param repeatable whether it may be done once more
	 */
	public record GivenUp(long id, WorkKind kind, String key, @Nullable String dossierId, int attempts, Instant at,
			String fault, boolean repeatable) {
	}

	/** What is kept of it when it is given up. */
	record Note(WorkKind kind, String key, @Nullable String dossierId, int attempts, String fault) {
	}

	static void note(JdbcClient jdbc, Note note) {
		jdbc.sql(NOTE)
			.param("kind", note.kind().name())
			.param("key", note.key())
			.param("dossier", note.dossierId())
			.param("attempts", note.attempts())
			.param("fault", note.fault())
			.update();
	}

	/** It has been done all the same, or needs nobody any more. */
	static void settle(JdbcClient jdbc, WorkKind kind, String key) {
		jdbc.sql(SETTLE).param("kind", kind.name()).param("key", key).update();
	}

	/**
	 * @return the newest first
	 */
	public List<GivenUp> all(int most) {
		Map<String, BackgroundWork> known = this.works.stream()
			.collect(Collectors.toMap(work -> work.kind().name(), Function.identity()));
		return this.jdbc.sql(OPEN).param("most", most).query((row, number) -> map(row, known)).list();
	}

	/**
	 * Has it done once more, where it may be; otherwise it is only noted that nothing is
	 * left to do. Part of the present transaction; of several at once only one does it.
	 * @return what it was; empty if it has been settled meanwhile
	 */
	@Transactional
	public Optional<GivenUp> settle(long id) {
		Map<String, BackgroundWork> known = this.works.stream()
			.collect(Collectors.toMap(work -> work.kind().name(), Function.identity()));
		Optional<GivenUp> found = this.jdbc.sql(LOCK)
			.param("id", id)
			.query((row, number) -> map(row, known))
			.optional();
		found.ifPresent(given -> {
			settle(this.jdbc, given.kind(), given.key());
			BackgroundWork work = known.get(given.kind().name());
			if (work != null && given.repeatable()) {
				work.takeUp(given.key());
				this.queue.add(given.kind(), given.key());
			}
		});
		return found;
	}

	/** What no program here knows any more is not repeatable. */
	private static GivenUp map(ResultSet row, Map<String, BackgroundWork> known) throws SQLException {
		BackgroundWork work = known.get(row.getString("kind"));
		return new GivenUp(row.getLong("id"), new WorkKind(row.getString("kind")), row.getString("key"),
				row.getString("dossier_id"), row.getInt("attempts"), JdbcTime.instant(row, "failed_at"),
				row.getString("fault"), work != null && work.isRepeatable());
	}

	/**
	 * Forgets what was settled so long ago; what is open stays.
	 * @return how many
	 */
	int forgetSettled(Duration kept) {
		return this.jdbc.sql(FORGET).param("kept", kept.toString()).update();
	}

}
