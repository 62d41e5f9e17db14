package cn.ecopark.reading;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.dossier.DocumentHandedIn;

/**
 * The contents whose text is still to be read, and the pages read so far. Two may read
 * the same at once and do no harm: they find the same pages, and the further one counts.
 */
@Component
class UnreadTexts {

	private static final String ADD = """
			INSERT INTO document_text (sha256, media_type)
			SELECT sha256, media_type FROM document_version WHERE id = :version AND media_type IN (:types)
			ON CONFLICT DO NOTHING
			RETURNING sha256
			""";

	private static final String UNREAD = """
			SELECT sha256, media_type, done FROM document_text WHERE sha256 = :sha256 AND state = 'WAITING'
			""";

	private static final String KEEP = """
			INSERT INTO document_page (sha256, number, text, normal, bigrams)
			SELECT :sha256, number, text, normal, array_to_tsvector(string_to_array(grams, E'\\x01'))
			  FROM unnest(:numbers, :texts, :normals, :grams) AS page (number, text, normal, grams)
			ON CONFLICT (sha256, number) DO UPDATE SET text = excluded.text, normal = excluded.normal, bigrams = excluded.bigrams
			""";

	private static final String PROGRESS = """
			UPDATE document_text SET pages = :pages, done = greatest(done, :done) WHERE sha256 = :sha256 AND state = 'WAITING'
			""";

	private static final String END = """
			UPDATE document_text SET state = :state, reason = :reason WHERE sha256 = :sha256 AND state = 'WAITING'
			""";

	/** What the file itself forbids to read stays so. */
	private static final String TAKE_UP = """
			UPDATE document_text SET state = 'WAITING', reason = NULL
			 WHERE sha256 = :sha256 AND state = 'UNREADABLE' AND reason = :reason
			""";

	/** Reason of a text that could not be read though the file may be in order. */
	static final String FAILED = "failed";

	private static final String GRAM_SEPARATOR = "\u0001";

	private final JdbcClient jdbc;

	private final BackgroundQueue queue;

	UnreadTexts(JdbcClient jdbc, BackgroundQueue queue) {
		this.jdbc = jdbc;
		this.queue = queue;
	}

	/**
	 * A content whose text is not, or not wholly, read.
	 *
	 * @param done pages that need not be read again
	 */
	record Unread(String sha256, String mediaType, int done) {
	}

	/** Another node has read it to its end meanwhile, or given it up. */
	static final class ReadMeanwhile extends RuntimeException {

	}

	/** Part of the transaction in which the document became readable. */
	@EventListener
	void on(DocumentHandedIn handedIn) {
		this.jdbc.sql(ADD)
			.param("version", handedIn.versionId())
			.param("types", ReadText.types())
			.query(String.class)
			.optional()
			.ifPresent(sha256 -> this.queue.add(ReadText.READING, sha256));
	}

	Optional<Unread> find(String sha256) {
		return this.jdbc.sql(UNREAD)
			.param("sha256", sha256)
			.query((row, number) -> new Unread(row.getString("sha256"), row.getString("media_type"),
					row.getInt("done")))
			.optional();
	}

	/**
	 * @throws ReadMeanwhile if there is nothing to be read any more
	 */
	@Transactional
	void keep(Unread text, List<PageText> pages, int count) {
		int done = pages.isEmpty() ? text.done() : pages.get(pages.size() - 1).number();
		int kept = this.jdbc.sql(PROGRESS)
			.param("pages", count)
			.param("done", done)
			.param("sha256", text.sha256())
			.update();
		if (kept == 0) {
			throw new ReadMeanwhile();
		}
		if (!pages.isEmpty()) {
			insert(text.sha256(), pages);
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
					pages.stream()
						.map(page -> String.join(GRAM_SEPARATOR, Bigrams.of(FoldedText.folded(page.text()))))
						.toArray(String[]::new))
			.update();
	}

	void finish(String sha256) {
		end(sha256, "READ", null);
	}

	/**
	 * @param reason end of the key of a message
	 */
	void giveUp(String sha256, String reason) {
		end(sha256, "UNREADABLE", reason);
	}

	/** Lets a text wait again that was given up after failures. */
	void takeUp(String sha256) {
		this.jdbc.sql(TAKE_UP).param("sha256", sha256).param("reason", FAILED).update();
	}

	private void end(String sha256, String state, @Nullable String reason) {
		this.jdbc.sql(END).param("state", state).param("reason", reason).param("sha256", sha256).update();
	}

}
