package cn.ecopark.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contents whose text is still to be read, and the pages read so far. The nodes take
 * them by claims that end by themselves, so that nothing is lost with a node.
 */
@Component
class ReadingQueue {

	private static final String ADD = """
			INSERT INTO paper_text (sha256, media_type)
			SELECT sha256, media_type FROM document_version WHERE id = :version AND media_type IN (:types)
			ON CONFLICT DO NOTHING
			""";

	private static final String CLAIM = """
			UPDATE paper_text SET claim = :claim, attempts = attempts + 1, due_at = now() + :seconds * INTERVAL '1 second'
			 WHERE sha256 = (SELECT sha256 FROM paper_text WHERE state = 'WAITING' AND due_at <= now()
			                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
			RETURNING sha256, media_type, done, attempts
			""";

	private static final String KEEP = """
			INSERT INTO paper_page (sha256, number, text, normal, bigrams)
			SELECT :sha256, number, text, normal, array_to_tsvector(string_to_array(grams, E'\\x01'))
			  FROM unnest(:numbers, :texts, :normals, :grams) AS page (number, text, normal, grams)
			ON CONFLICT (sha256, number) DO UPDATE SET text = excluded.text, normal = excluded.normal, bigrams = excluded.bigrams
			""";

	private static final String PROGRESS = """
			UPDATE paper_text SET pages = :pages, done = greatest(done, :done), due_at = now() + :seconds * INTERVAL '1 second'
			 WHERE sha256 = :sha256 AND claim = :claim AND state = 'WAITING'
			""";

	private static final String GRAM_SEPARATOR = "\u0001";

	private final JdbcClient jdbc;

	ReadingQueue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A content that one worker has taken.
	 *
	 * @param done pages that need not be read again
	 * @param attempts how often it was taken, this time included
	 */
	record Claimed(String sha256, String mediaType, UUID claim, int done, int attempts) {
	}

	/** The claim has ended, and another may have taken it meanwhile. */
	static final class ClaimEnded extends RuntimeException {

	}

	/** Takes part in the transaction in which the version became readable. */
	void add(long versionId, List<String> mediaTypes) {
		this.jdbc.sql(ADD).param("version", versionId).param("types", mediaTypes).update();
	}

	Optional<Claimed> claim(Duration lease) {
		UUID claim = UUID.randomUUID();
		return this.jdbc.sql(CLAIM)
			.param("claim", claim)
			.param("seconds", lease.toSeconds())
			.query((row, number) -> new Claimed(row.getString("sha256"), row.getString("media_type"), claim,
					row.getInt("done"), row.getInt("attempts")))
			.optional();
	}

	/**
	 * Keeps pages and lets the claim last on.
	 * @throws ClaimEnded if it is not the worker's any more
	 */
	@Transactional
	void keep(Claimed claimed, List<PageText> pages, int count, Duration lease) {
		int done = pages.isEmpty() ? claimed.done() : pages.get(pages.size() - 1).number();
		int kept = this.jdbc.sql(PROGRESS)
			.param("pages", count)
			.param("done", done)
			.param("seconds", lease.toSeconds())
			.param("sha256", claimed.sha256())
			.param("claim", claimed.claim())
			.update();
		if (kept == 0) {
			throw new ClaimEnded();
		}
		if (!pages.isEmpty()) {
			insert(claimed.sha256(), pages);
		}
	}

	private void insert(String sha256, List<PageText> pages) {
		List<String> normals = pages.stream().map(page -> NormalText.normal(page.text())).toList();
		this.jdbc.sql(KEEP)
			.param("sha256", sha256)
			.param("numbers", pages.stream().mapToInt(PageText::number).toArray())
			.param("texts", pages.stream().map(PageText::text).toArray(String[]::new))
			.param("normals", normals.toArray(String[]::new))
			.param("grams",
					normals.stream()
						.map(normal -> String.join(GRAM_SEPARATOR, Bigrams.of(normal)))
						.toArray(String[]::new))
			.update();
	}

	void finish(Claimed claimed) {
		end(claimed, "READ", null);
	}

	/**
	 * @param reason end of the key of a message
	 */
	void giveUp(Claimed claimed, String reason) {
		end(claimed, "UNREADABLE", reason);
	}

	/**
	 * Whoever has taken the content meanwhile comes to the same: reading it twice changes
	 * nothing.
	 */
	private void end(Claimed claimed, String state, @Nullable String reason) {
		this.jdbc.sql("""
				UPDATE paper_text SET state = :state, reason = :reason, claim = NULL
				 WHERE sha256 = :sha256 AND claim = :claim
				""")
			.param("state", state)
			.param("reason", reason)
			.param("sha256", claimed.sha256())
			.param("claim", claimed.claim())
			.update();
	}

	/**
	 * Puts it back, unless another has taken it meanwhile.
	 * @param after when it may be taken again
	 * @param counted whether this was an attempt
	 */
	void putBack(Claimed claimed, Duration after, boolean counted) {
		this.jdbc
			.sql("""
					UPDATE paper_text SET claim = NULL, due_at = now() + :seconds * INTERVAL '1 second', attempts = :attempts
					 WHERE sha256 = :sha256 AND claim = :claim
					""")
			.param("seconds", after.toSeconds())
			.param("attempts", counted ? claimed.attempts() : claimed.attempts() - 1)
			.param("sha256", claimed.sha256())
			.param("claim", claimed.claim())
			.update();
	}

}
